using System.Globalization;
using System.Text;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>Writes a request as the bytes that go over an HTTP/1.1 connection, secrets masked.</summary>
public static class WireFormat
{
    private static readonly SecretText Mask = new("****");

    /// <summary>
    /// The request line, headers and body, with <c>****</c> for the value of every secret header; lines end in CR LF as on the
    /// wire. It is read off the very message a transport would send.
    /// </summary>
    public static string Describe(RenderedRequest request, IReadOnlyList<string> secretHeaderNames)
    {
        using var message = Transport.HttpMessages.Create(
            request,
            [
                .. secretHeaderNames.Select(name => new SecretHeader(
                    name,
                    Mask,
                    Domain: null,
                    TokenName: ""
                )),
            ]
        );
        var text = new StringBuilder();
        var target = TargetOf(request.Url);
        text.Append(message.Method.Method)
            .Append(' ')
            .Append(target.PathAndQuery)
            .Append(" HTTP/1.1\r\n");
        text.Append("Host: ").Append(target.Authority).Append("\r\n");
        foreach (var header in message.Headers.NonValidated)
        {
            Append(text, header.Key, header.Value.ToString());
        }

        if (message.Content is { } content)
        {
            foreach (var header in content.Headers.NonValidated)
            {
                Append(text, header.Key, header.Value.ToString());
            }

            Append(
                text,
                "Content-Length",
                (request.Body?.Length ?? 0).ToString(CultureInfo.InvariantCulture)
            );
        }
        else if (message.Method != HttpMethod.Get && message.Method != HttpMethod.Delete)
        {
            // The client states that a method which usually has a body has none.
            Append(text, "Content-Length", "0");
        }

        text.Append("\r\n");
        if (request.Body is not null)
        {
            text.Append(Encoding.UTF8.GetString(request.Body));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append("\r\n");

    private static (string Authority, string PathAndQuery) TargetOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?');
        var authority = end < 0 ? url[start..] : url[start..(start + end)];
        var path = end < 0 ? "/" : url[(start + end)..];
        foreach (var defaultPort in (ReadOnlySpan<string>)[":443", ":80"])
        {
            var scheme = defaultPort == ":443" ? "https" : "http";
            if (
                authority.EndsWith(defaultPort, StringComparison.Ordinal)
                && url.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase)
            )
            {
                authority = authority[..^defaultPort.Length];
            }
        }

        return (authority, path.StartsWith('?') ? "/" + path : path);
    }
}
