using System.Security.Cryptography;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Webhooks.Signing;

/// <summary>The secret of the Standard Webhooks scheme: <c>whsec_</c> and 256 random bits in base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>How long the former secret signs too after a rotation.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    public static SecretText New() =>
        new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The bytes that sign.</summary>
    public static byte[] KeyOf(SecretText secret) =>
        Convert.FromBase64String(secret.Open()[Prefix.Length..]);
}
