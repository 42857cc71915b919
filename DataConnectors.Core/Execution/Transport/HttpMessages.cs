using System.Net;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;

namespace DataConnectors.Core.Execution.Transport;

/// <summary>Turns a rendered request and its secrets into the message that is sent. The dry run shows this same message.</summary>
internal static class HttpMessages
{
    public static HttpRequestMessage Create(
        RenderedRequest request,
        IReadOnlyList<SecretHeader> secretHeaders
    )
    {
        var message = new HttpRequestMessage(MethodOf(request.Method), (Uri?)null)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (var header in request.Headers)
        {
            Add(message, header.Name, header.Value);
        }

        foreach (var header in secretHeaders)
        {
            Add(message, header.Name, header.Value.Open());
        }

        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        // Without validation: the values were judged by our own rules, and what the admin wrote is sent as written.
        if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static HttpMethod MethodOf(RequestMethod method) =>
        method switch
        {
            RequestMethod.Get => HttpMethod.Get,
            RequestMethod.Post => HttpMethod.Post,
            RequestMethod.Put => HttpMethod.Put,
            RequestMethod.Delete => HttpMethod.Delete,
            RequestMethod.Patch => HttpMethod.Patch,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, message: null),
        };
}
