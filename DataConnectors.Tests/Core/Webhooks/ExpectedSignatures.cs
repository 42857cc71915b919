using System.Security.Cryptography;
using System.Text;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Webhooks;

/// <summary>The signatures that a receiver computes to compare them with those it got.</summary>
internal static class ExpectedSignatures
{
    /// <summary>Of <c>X-Hub-Signature</c>.</summary>
    public static string Hub(string clientSecret, LoopbackRequest request)
    {
        // The scheme is the original's.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(clientSecret), request.Body);
#pragma warning restore CA5350
        return $"sha1={Convert.ToHexStringLower(hash)}";
    }

    /// <summary>Of <c>webhook-signature</c>.</summary>
    public static string Standard(string secret, LoopbackRequest request)
    {
        var signed = Encoding.UTF8.GetBytes(
            $"{request.Header("webhook-id")}.{request.Header("webhook-timestamp")}.{request.BodyText}"
        );
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
