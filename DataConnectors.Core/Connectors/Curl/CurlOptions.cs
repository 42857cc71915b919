using System.Collections.Frozen;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>What an option of cURL means for a connector.</summary>
internal enum CurlOption
{
    /// <summary>Changes nothing about the call, and takes no value.</summary>
    Ignored,

    /// <summary>Changes nothing about the call, and takes a value.</summary>
    IgnoredWithValue,
    Request,
    Head,
    Header,
    Data,
    DataRaw,
    DataUrlEncode,
    Json,
    User,
    Bearer,
    Cookie,
    UserAgent,
    Referer,
    Get,
    Url,
    Form,
    Upload,
}

/// <summary>The options that are understood. What is not listed is refused by name rather than passed over.</summary>
internal static class CurlOptions
{
    private static readonly FrozenDictionary<string, CurlOption> Known = new Dictionary<
        string,
        CurlOption
    >(StringComparer.Ordinal)
    {
        ["-X"] = CurlOption.Request,
        ["--request"] = CurlOption.Request,
        ["-I"] = CurlOption.Head,
        ["--head"] = CurlOption.Head,
        ["-H"] = CurlOption.Header,
        ["--header"] = CurlOption.Header,
        ["-d"] = CurlOption.Data,
        ["--data"] = CurlOption.Data,
        ["--data-ascii"] = CurlOption.Data,
        ["--data-binary"] = CurlOption.Data,
        ["--data-raw"] = CurlOption.DataRaw,
        ["--data-urlencode"] = CurlOption.DataUrlEncode,
        ["--json"] = CurlOption.Json,
        ["-u"] = CurlOption.User,
        ["--user"] = CurlOption.User,
        ["--oauth2-bearer"] = CurlOption.Bearer,
        ["-b"] = CurlOption.Cookie,
        ["--cookie"] = CurlOption.Cookie,
        ["-A"] = CurlOption.UserAgent,
        ["--user-agent"] = CurlOption.UserAgent,
        ["-e"] = CurlOption.Referer,
        ["--referer"] = CurlOption.Referer,
        ["-G"] = CurlOption.Get,
        ["--get"] = CurlOption.Get,
        ["--url"] = CurlOption.Url,
        ["-F"] = CurlOption.Form,
        ["--form"] = CurlOption.Form,
        ["--form-string"] = CurlOption.Form,
        ["-T"] = CurlOption.Upload,
        ["--upload-file"] = CurlOption.Upload,
        ["-k"] = CurlOption.Ignored,
        ["--insecure"] = CurlOption.Ignored,
        ["-s"] = CurlOption.Ignored,
        ["--silent"] = CurlOption.Ignored,
        ["-S"] = CurlOption.Ignored,
        ["--show-error"] = CurlOption.Ignored,
        ["-L"] = CurlOption.Ignored,
        ["--location"] = CurlOption.Ignored,
        ["-i"] = CurlOption.Ignored,
        ["--include"] = CurlOption.Ignored,
        ["--show-headers"] = CurlOption.Ignored,
        ["-v"] = CurlOption.Ignored,
        ["--verbose"] = CurlOption.Ignored,
        ["-f"] = CurlOption.Ignored,
        ["--fail"] = CurlOption.Ignored,
        ["--fail-with-body"] = CurlOption.Ignored,
        ["-g"] = CurlOption.Ignored,
        ["--globoff"] = CurlOption.Ignored,
        ["-N"] = CurlOption.Ignored,
        ["--no-buffer"] = CurlOption.Ignored,
        ["-#"] = CurlOption.Ignored,
        ["--progress-bar"] = CurlOption.Ignored,
        ["--no-progress-meter"] = CurlOption.Ignored,
        ["-O"] = CurlOption.Ignored,
        ["--remote-name"] = CurlOption.Ignored,
        ["-0"] = CurlOption.Ignored,
        ["--http1.0"] = CurlOption.Ignored,
        ["--http1.1"] = CurlOption.Ignored,
        ["--http2"] = CurlOption.Ignored,
        ["--http2-prior-knowledge"] = CurlOption.Ignored,
        ["--http3"] = CurlOption.Ignored,
        ["-4"] = CurlOption.Ignored,
        ["--ipv4"] = CurlOption.Ignored,
        ["-6"] = CurlOption.Ignored,
        ["--ipv6"] = CurlOption.Ignored,
        ["--tlsv1.2"] = CurlOption.Ignored,
        ["--tlsv1.3"] = CurlOption.Ignored,
        ["--compressed"] = CurlOption.Ignored,
        ["--path-as-is"] = CurlOption.Ignored,
        ["-o"] = CurlOption.IgnoredWithValue,
        ["--output"] = CurlOption.IgnoredWithValue,
        ["-w"] = CurlOption.IgnoredWithValue,
        ["--write-out"] = CurlOption.IgnoredWithValue,
        ["-m"] = CurlOption.IgnoredWithValue,
        ["--max-time"] = CurlOption.IgnoredWithValue,
        ["--connect-timeout"] = CurlOption.IgnoredWithValue,
        ["--retry"] = CurlOption.IgnoredWithValue,
        ["--retry-delay"] = CurlOption.IgnoredWithValue,
        ["--retry-max-time"] = CurlOption.IgnoredWithValue,
        ["-D"] = CurlOption.IgnoredWithValue,
        ["--dump-header"] = CurlOption.IgnoredWithValue,
        ["-c"] = CurlOption.IgnoredWithValue,
        ["--cookie-jar"] = CurlOption.IgnoredWithValue,
        ["--max-redirs"] = CurlOption.IgnoredWithValue,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The meaning of <c>-H</c> or <c>--header</c>; null when it is unknown.</summary>
    public static CurlOption? Find(string name) =>
        Known.TryGetValue(name, out var option) ? option : null;

    /// <summary>Whether the option is followed by a value.</summary>
    public static bool TakesValue(this CurlOption option) =>
        option is not (CurlOption.Ignored or CurlOption.Head or CurlOption.Get);
}
