namespace DataConnectors.Core.Credentials;

/// <summary>Where a token may be sent.</summary>
public static class TokenDomain
{
    /// <summary>
    /// Whether a token bound to <paramref name="domain"/> (null for any) may be sent to <paramref name="host"/>: the domain itself
    /// and its subdomains, whatever their case and with or without the dot of the root.
    /// </summary>
    public static bool Covers(string? domain, string host)
    {
        if (domain is null)
        {
            return true;
        }

        var bound = domain.AsSpan().TrimEnd('.');
        var name = host.AsSpan().TrimEnd('.');
        return name.EndsWith(bound, StringComparison.OrdinalIgnoreCase)
            && (name.Length == bound.Length || name[^(bound.Length + 1)] == '.');
    }
}
