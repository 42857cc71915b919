using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>
/// The form of every access token: base64 of <c>tok:</c> and what is known to nobody else. The original's own command-line client
/// sends nothing else as a bearer token.
/// </summary>
public static class AccessTokenText
{
    private const string Marker = "tok:";

    /// <summary>A new access token: 256 random bits.</summary>
    public static SecretText New() =>
        Wrap(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The token around <paramref name="inner"/>.</summary>
    public static SecretText Wrap(string inner) =>
        new(Convert.ToBase64String(Encoding.UTF8.GetBytes(Marker + inner)));

    /// <summary>What <see cref="Wrap"/> was given; null for text of another form.</summary>
    public static string? Unwrap(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.StartsWith(Marker, StringComparison.Ordinal) ? text[Marker.Length..] : null;
    }

    /// <summary>SHA-256 of the token as it is sent, in lower-case hexadecimal: what is stored of it.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
