namespace DataConnectors.Core.Transformation;

/// <summary>What a content type promises.</summary>
internal enum MediaKind
{
    /// <summary>There was no content type, or one that says nothing.</summary>
    None,
    Json,

    /// <summary>A JSON document on each line.</summary>
    JsonLines,
    Xml,
    Html,
    Text,
    Binary,
}

/// <summary>The parts of a content type that decide how an answer is read.</summary>
/// <param name="Kind">What it promises.</param>
/// <param name="Name">The type without parameters, in lower case and safe to show.</param>
/// <param name="Charset">The charset parameter; null when absent.</param>
internal sealed record MediaType(MediaKind Kind, string Name, string? Charset)
{
    private const int LongestName = 100;

    public static MediaType Parse(string? contentType)
    {
        var parts = (contentType ?? "").Split(';', StringSplitOptions.TrimEntries);
        var name = new string([.. parts[0].ToLowerInvariant().Where(IsSafe).Take(LongestName)]);
        var charset = parts
            .Skip(1)
            .Where(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            .Select(part => part["charset=".Length..].Trim('"', ' '))
            .FirstOrDefault();
        return new(KindOf(name), name, charset);
    }

    private static bool IsSafe(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '/' or '+' or '-' or '.' or '_';

    private static MediaKind KindOf(string name) =>
        name switch
        {
            "" or "application/octet-stream" or "binary/octet-stream" => MediaKind.None,
            "application/json" or "text/json" or "application/x-json" => MediaKind.Json,
            "application/x-ndjson"
            or "application/ndjson"
            or "application/jsonl"
            or "application/x-jsonlines" => MediaKind.JsonLines,
            "application/xml" or "text/xml" => MediaKind.Xml,
            "text/html" or "application/xhtml+xml" => MediaKind.Html,
            "image/svg+xml" => MediaKind.Text,
            _ when name.EndsWith("+json", StringComparison.Ordinal) => MediaKind.Json,
            _ when name.EndsWith("+xml", StringComparison.Ordinal) => MediaKind.Xml,
            _ when name is "application/pdf" or "application/zip" or "application/gzip" =>
                MediaKind.Binary,
            _ when name.Split('/')[0] is "image" or "audio" or "video" or "font" =>
                MediaKind.Binary,
            _ => MediaKind.Text,
        };
}
