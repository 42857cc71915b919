using System.Security.Cryptography;
using System.Text.Json;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>
/// The one-time code that lets whoever reads the server's output create the first admin. Only its hash is kept, in the data
/// folder; it lasts 24 hours and ends with its first use.
/// </summary>
internal sealed class FirstAdminInvitation(string path, TimeProvider clock)
{
    private const int CodeBytes = 16;

    /// <summary>How long a code can be used: 24 h.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private sealed record Stored(string CodeHash, DateTimeOffset ExpiresAt);

    /// <summary>A new code; earlier ones end.</summary>
    public async Task<string> IssueAsync(CancellationToken cancellationToken)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes));
        var stored = new Stored(Hash(code), clock.GetUtcNow() + Lifetime);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(stored), cancellationToken);
        return code;
    }

    /// <summary>Whether <paramref name="code"/> can be used now.</summary>
    public async Task<bool> IsValidAsync(string? code, CancellationToken cancellationToken)
    {
        if (code is null || !File.Exists(path))
        {
            return false;
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken);
        return JsonSerializer.Deserialize<Stored>(text) is { } stored
            && clock.GetUtcNow() < stored.ExpiresAt
            && CryptographicOperations.FixedTimeEquals(
                Convert.FromHexString(stored.CodeHash),
                Convert.FromHexString(Hash(code))
            );
    }

    /// <summary>Ends the code.</summary>
    public void Revoke() => File.Delete(path);

    private static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)));
}
