using System.Text;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>Gathers what the options of one cURL command say, and makes a call of it as cURL would.</summary>
internal sealed class CurlRequest
{
    private readonly CurlHeaders headers = new();
    private readonly CurlData data = new();
    private string? method;
    private string? url;
    private bool sendsDataInUrl;

    /// <summary>Takes a URL; what is wrong, or null.</summary>
    public string? TakeUrl(string text)
    {
        if (url is not null)
        {
            return "This command calls two URLs, or a quotation mark is missing. A data connector calls one.";
        }

        url = text.Trim();
        return null;
    }

    /// <summary>Takes an option with its value; what is wrong, or null.</summary>
    public string? Take(CurlOption option, string name, string value)
    {
        switch (option)
        {
            case CurlOption.Request:
                method = value.ToUpperInvariant();
                return null;
            case CurlOption.Head:
                method = "HEAD";
                return null;
            case CurlOption.Get:
                sendsDataInUrl = true;
                return null;
            case CurlOption.Url:
                return TakeUrl(value);
            case CurlOption.Header:
                return headers.TakeLine(value);
            case CurlOption.User:
                headers.Set("Authorization", Basic(value));
                return null;
            case CurlOption.Bearer:
                headers.Set("Authorization", $"Bearer {value}");
                return null;
            case CurlOption.Cookie:
                return value.Contains('=', StringComparison.Ordinal)
                    ? headers.Set("Cookie", value)
                    : $"The cURL option {name} reads cookies from a file, which is not here. Write them out as name=value.";
            case CurlOption.UserAgent:
                return headers.Set("User-Agent", value);
            case CurlOption.Referer:
                return headers.Set("Referer", value);
            case CurlOption.Form:
                return $"The cURL option {name} sends a multipart form, which a data connector cannot send. Use an endpoint that takes JSON or a plain form.";
            case CurlOption.Upload:
                return $"The cURL option {name} sends a file, which is not here. Put the content into the body.";
            case CurlOption.Ignored or CurlOption.IgnoredWithValue:
                return null;
            default:
                return data.Take(option, name, value);
        }
    }

    /// <summary>The call, or why it cannot be one.</summary>
    public Outcome<CurlImport, Fault> Finish()
    {
        if (string.IsNullOrEmpty(url))
        {
            return CurlCommand.Refuse("This command has no URL. Copy the whole command.");
        }

        if (FindMethod() is not { } found)
        {
            return CurlCommand.Refuse(
                $"A data connector calls with GET, POST, PUT, DELETE or PATCH, not with {method}."
            );
        }

        var address = TakeUserFrom(WithScheme(url));
        if (sendsDataInUrl && data.Any)
        {
            address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + data.Text;
        }

        var body = sendsDataInUrl ? "" : data.Text;
        if (!sendsDataInUrl)
        {
            data.AddImpliedHeaders(headers);
        }

        var format = CurlData.FormatOf(body, headers);
        headers.DropImplied(format);
        return new CurlImport(found, address, headers.Plain, body, format, headers.Secret);
    }

    private RequestMethod? FindMethod() =>
        (method ?? (data.Any && !sendsDataInUrl ? "POST" : "GET")) switch
        {
            "GET" => RequestMethod.Get,
            "POST" => RequestMethod.Post,
            "PUT" => RequestMethod.Put,
            "DELETE" => RequestMethod.Delete,
            "PATCH" => RequestMethod.Patch,
            _ => null,
        };

    /// <summary>A URL without a scheme is meant for the web; connectors call HTTPS.</summary>
    private static string WithScheme(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";

    /// <summary>User name and password in the URL are Basic authentication; they never stay in the URL.</summary>
    private string TakeUserFrom(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny("/?#") is var length and >= 0
            ? start + length
            : address.Length;
        var at = address.LastIndexOf('@', end - 1, end - start);
        if (at < 0)
        {
            return address;
        }

        if (!headers.Has("Authorization"))
        {
            headers.Set("Authorization", Basic(Uri.UnescapeDataString(address[start..at])));
        }

        return address[..start] + address[(at + 1)..];
    }

    private static string Basic(string user) =>
        "Basic "
        + Convert.ToBase64String(
            Encoding.UTF8.GetBytes(user.Contains(':', StringComparison.Ordinal) ? user : $"{user}:")
        );
}
