using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Egress;

/// <summary>
/// Judges where a call goes, before anything is resolved or opened. It reads the text of the URL itself: a parser that tidies
/// up first (drops a line break, folds full-width digits, shortens a path) would hide what has to be judged.
/// </summary>
public sealed class EgressGuard
{
    /// <summary>The longest URL that is called, in characters.</summary>
    public const int MaximumUrlLength = 8192;

    private const string Https = "https://";
    private const string Http = "http://";
    private static readonly UriCreationOptions AsWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly TrustedHosts trusted;
    private readonly FrozenSet<int> ports;

    /// <summary>Takes the exceptions that the operator has made.</summary>
    public EgressGuard(IOptions<EgressOptions> options)
    {
        var values = options.Value;
        trusted = new TrustedHosts(values.TrustedHosts);
        ports =
            values.AllowedPorts.Count > 0
                ? [.. values.AllowedPorts]
                : [.. EgressOptions.DefaultPorts];
    }

    /// <summary>Judges a URL exactly as it was rendered.</summary>
    public EgressDecision Judge(string url)
    {
        if (url.Length > MaximumUrlLength)
        {
            return new EgressDecision.Refused(
                EgressRefusal.UrlTooLong,
                $"The URL is longer than {MaximumUrlLength} characters. Send long values in the body."
            );
        }

        if (UrlCharacters.Judge(url) is { } badCharacter)
        {
            return badCharacter;
        }

        var isHttps = url.StartsWith(Https, StringComparison.OrdinalIgnoreCase);
        if (!isHttps && !url.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
        {
            return NotHttps();
        }

        var rest = url.AsSpan(isHttps ? Https.Length : Http.Length);
        var end = rest.IndexOfAny('/', '?');
        var authority = end < 0 ? rest : rest[..end];
        var pathAndQuery = end < 0 ? [] : rest[end..];

        if (
            Authority.Split(authority, out var hostText, out var hasPort, out var port) is
            { } badAuthority
        )
        {
            return badAuthority;
        }

        if (
            (HostRules.Read(hostText, out var host) ?? PathRules.Judge(pathAndQuery)) is { } refusal
        )
        {
            return refusal;
        }

        port =
            hasPort ? port
            : isHttps ? 443
            : 80;
        var isTrusted = trusted.Contains(host.Text, port);
        return (isTrusted ? null : JudgeUntrusted(isHttps, host, port))
            ?? Allow(isHttps ? Https : Http, host, port, pathAndQuery, isTrusted);
    }

    /// <summary>Judges a header as it was rendered; null when it may be sent.</summary>
    public static HeaderRefusal? JudgeHeader(string name, string value) =>
        HeaderRules.Judge(name, value);

    /// <summary>Whether the operator has excepted this host, in the form of <see cref="EgressTarget.Host"/>, on this port.</summary>
    internal bool IsTrusted(string host, int port) => trusted.Contains(host, port);

    private EgressDecision.Refused? JudgeUntrusted(bool isHttps, HostName host, int port)
    {
        if (HostRules.JudgeReach(host) is { } refusal)
        {
            return refusal;
        }

        if (!isHttps)
        {
            return NotHttps();
        }

        return ports.Contains(port)
            ? null
            : new(
                EgressRefusal.PortNotAllowed,
                $"Port {port} is not open for calls. Use {string.Join(" or ", ports.Order())}, or have the operator add it to {EgressOptions.Section}:{nameof(EgressOptions.AllowedPorts)}."
            );
    }

    private static EgressDecision Allow(
        string scheme,
        HostName host,
        int port,
        ReadOnlySpan<char> pathAndQuery,
        bool isTrusted
    )
    {
        var slash = pathAndQuery is ['/', ..] ? "" : "/";
        var text = $"{scheme}{host.InUrl}:{port}{slash}{UrlCharacters.Encode(pathAndQuery)}";

        // The client dials what System.Uri reads: where that is another host than the one judged here, nothing is dialled.
        return Uri.TryCreate(text, AsWritten, out var uri) && IsReadAs(uri, host, port)
            ? new EgressDecision.Allowed(new EgressTarget(uri, host.Text, port, isTrusted))
            : new EgressDecision.Refused(
                EgressRefusal.MalformedUrl,
                "The URL can be read in more than one way. Write it as https://host/path."
            );
    }

    private static bool IsReadAs(Uri uri, HostName host, int port)
    {
        try
        {
            return uri.Port == port
                && string.Equals(uri.IdnHost, host.Text, StringComparison.Ordinal);
        }
        catch (UriFormatException)
        {
            // IdnHost is worked out when it is first read, and some hosts have none.
            return false;
        }
    }

    private static EgressDecision.Refused NotHttps() =>
        new(
            EgressRefusal.SchemeNotHttps,
            "The URL must begin with https://, the API's secure address."
        );
}
