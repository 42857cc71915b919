using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>The data options of a cURL command, joined as cURL joins them.</summary>
internal sealed class CurlData
{
    private const string ContentType = "Content-Type";
    private readonly List<string> parts = [];
    private bool isJson;

    /// <summary>Whether the command sends data at all, be it empty.</summary>
    public bool Any => parts.Count > 0;

    /// <summary>All of it.</summary>
    public string Text => string.Join(isJson ? "" : "&", parts);

    /// <summary>Takes a data option; what is wrong, or null.</summary>
    public string? Take(CurlOption option, string name, string value)
    {
        if (option != CurlOption.DataRaw && ReadsFile(option, value))
        {
            return $"The cURL option {name} reads a file, which is not here. Put the content into the command, or into the body by hand.";
        }

        isJson |= option == CurlOption.Json;
        parts.Add(option == CurlOption.DataUrlEncode ? Encode(value) : value);
        return null;
    }

    /// <summary>Adds the headers that cURL adds for <c>--json</c>.</summary>
    public void AddImpliedHeaders(CurlHeaders headers)
    {
        if (!isJson)
        {
            return;
        }

        foreach (var name in (string[])[ContentType, "Accept"])
        {
            if (!headers.Has(name))
            {
                headers.Set(name, "application/json");
            }
        }
    }

    /// <summary>
    /// The format that the content type names. Without one cURL sends a form, but a body that is JSON was meant to be JSON.
    /// </summary>
    public static BodyFormat FormatOf(string body, CurlHeaders headers)
    {
        var contentType = headers.Find(ContentType);
        if (contentType is not null)
        {
            return contentType.Contains("json", StringComparison.OrdinalIgnoreCase)
                    ? BodyFormat.Json
                : contentType.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                    ? BodyFormat.Form
                : body.Length == 0 ? BodyFormat.Json
                : BodyFormat.Text;
        }

        return body.Length == 0 || IsJson(body) ? BodyFormat.Json : BodyFormat.Form;
    }

    private static bool ReadsFile(CurlOption option, string value) =>
        value.StartsWith('@')
        || (
            option == CurlOption.DataUrlEncode
            && value.IndexOfAny(['=', '@']) is var at and >= 0
            && value[at] == '@'
        );

    private static string Encode(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Escape(value)
            : equals == 0 ? Escape(value[1..])
            : value[..(equals + 1)] + Escape(value[(equals + 1)..]);
    }

    /// <summary>Percent-encodes a value around its placeholders, which are encoded when they are filled in.</summary>
    private static string Escape(string value)
    {
        var template = Template.Parse(value);
        var output = new System.Text.StringBuilder();
        var from = 0;
        foreach (var placeholder in template.Placeholders)
        {
            output
                .Append(Uri.EscapeDataString(value[from..placeholder.Start]))
                .Append(value, placeholder.Start, placeholder.Length);
            from = placeholder.Start + placeholder.Length;
        }

        return output.Append(Uri.EscapeDataString(value[from..])).ToString();
    }

    private static bool IsJson(string body)
    {
        if (body.TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        return BodyTemplate.Parse(body, BodyFormat.Json).Problems.Count == 0;
    }
}
