using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Messaging;

/// <summary>What a browser proves its session with.</summary>
internal static class SessionToken
{
    /// <summary>A new one: 256 random bits.</summary>
    public static SecretText New() =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What is stored of it.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What is stored of it.</summary>
    public static string HashOf(SecretText token) => HashOf(token.Open());
}
