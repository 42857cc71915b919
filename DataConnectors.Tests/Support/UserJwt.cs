using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataConnectors.Tests.Support;

/// <summary>Makes user tokens as a host page's server does, by hand, so that tests can also make bad ones.</summary>
internal static class UserJwt
{
    /// <summary>Signed with HS256, or as the header says.</summary>
    public static string Sign(string secret, object claims, string algorithm = "HS256")
    {
        var signed = $"{Encode(new { alg = algorithm, typ = "JWT" })}.{Encode(claims)}";
        var key = Encoding.UTF8.GetBytes(secret);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm switch
        {
            "none" => [],
            "HS384" => HMACSHA384.HashData(key, bytes),
            "HS512" => HMACSHA512.HashData(key, bytes),
            "RS256" => RsaSignature(bytes),
            _ => HMACSHA256.HashData(key, bytes),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The same token with other claims and the old signature.</summary>
    public static string Tamper(string token, object claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Encode(claims)}.{parts[2]}";
    }

    private static byte[] RsaSignature(byte[] bytes)
    {
        using var rsa = RSA.Create(2048);
        return rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Encode(object json) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
