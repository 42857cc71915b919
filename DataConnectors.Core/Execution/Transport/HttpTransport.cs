using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Transport;

/// <summary>Sends the request over the network, through the guarded client, and reads the answer up to its cap.</summary>
public sealed class HttpTransport(EgressHttpClient client, TokenUse tokenUse) : IConnectorTransport
{
    private const int SwitchingProtocols = 101;

    /// <inheritdoc/>
    public async Task<Outcome<RawResponse, StageFailure>> SendAsync(
        GuardedRequest request,
        int responseCapBytes,
        CancellationToken deadline
    )
    {
        using var message = HttpMessages.Create(
            request.Authenticated.Rendered,
            request.Authenticated.SecretHeaders
        );
        tokenUse.Note(request.Authenticated.SecretHeaders);
        try
        {
            using var response = await client.SendAsync(request.Target, message, deadline);
            if ((int)response.StatusCode == SwitchingProtocols)
            {
                return new StageFailure(
                    ErrorType.Connection,
                    "The API asked to switch to another protocol (101). A data connector speaks HTTP only."
                );
            }

            var read = await ResponseBody.ReadAsync(response.Content, responseCapBytes, deadline);
            return read.TryGet(out var body, out var failure)
                ? new RawResponse(
                    (int)response.StatusCode,
                    HeaderOrNull(response, "Content-Type"),
                    HeadersOf(response),
                    body
                )
                : failure;
        }
        catch (Exception exception) when (ConnectionFailures.Explain(exception) is { } failure)
        {
            return failure;
        }
    }

    private static string? HeaderOrNull(HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values)
            ? values.ToString()
            : null;

    private static List<HeaderField> HeadersOf(HttpResponseMessage response)
    {
        var headers = new List<HeaderField>();
        foreach (var header in response.Headers.NonValidated)
        {
            headers.Add(new HeaderField(header.Key, header.Value.ToString()));
        }

        foreach (var header in response.Content.Headers.NonValidated)
        {
            headers.Add(new HeaderField(header.Key, header.Value.ToString()));
        }

        return headers;
    }
}
