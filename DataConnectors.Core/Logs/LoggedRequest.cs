using System.Collections.Frozen;

namespace DataConnectors.Core.Logs;

/// <summary>What of a request may be stored.</summary>
internal static class LoggedRequest
{
    /// <summary>What stands instead of a value that is not stored.</summary>
    public const string Mask = "****";

    private static readonly FrozenSet<string> SecretHeaders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
        "X-Api-Key",
        "Api-Key"
    );

    /// <summary>Whether the value of this header is never stored, whoever set it.</summary>
    public static bool IsSecretHeader(string name) => SecretHeaders.Contains(name);

    /// <summary>The URL without query, fragment and userinfo: the places where values and passwords stand.</summary>
    public static string WithoutValues(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var kept = end < 0 ? url : url[..end];
        var scheme = kept.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return kept;
        }

        var authority = scheme + 3;
        var path = kept.IndexOf('/', authority);
        var at = kept.LastIndexOf('@', (path < 0 ? kept.Length : path) - 1);
        return at < authority
            ? kept
            : string.Concat(kept.AsSpan(0, authority), kept.AsSpan(at + 1));
    }
}
