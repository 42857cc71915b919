using System.Buffers.Text;
using System.Security.Cryptography;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Makes what an app proves itself with.</summary>
internal static class ClientCredential
{
    /// <summary>A client id: 128 random bits in hexadecimal.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A client secret: 256 random bits.</summary>
    public static SecretText NewSecret() =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
}
