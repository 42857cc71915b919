using System.Net;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Webhooks.Delivering;

namespace DataConnectors.Core.Webhooks;

/// <summary>Asks an endpoint with HEAD whether it is there, before anything is sent to it.</summary>
public sealed class EndpointCheck(EndpointCalls calls)
{
    /// <summary>The field that the problems are about.</summary>
    public const string Path = "url";

    /// <summary>What keeps the address from being used; null when it answers HEAD with a 2xx.</summary>
    public async Task<Problem?> RunAsync(string url, CancellationToken cancellationToken)
    {
        if (url.Length == 0)
        {
            return new Problem(Path, "Enter the address that notifications are sent to.");
        }

        using var message = new HttpRequestMessage(HttpMethod.Head, (Uri?)null)
        {
            Version = HttpVersion.Version11,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", "DataConnectors/1.0");
        var answer = await calls.CallAsync(url, message, cancellationToken);
        return answer switch
        {
            { IsAccepted: true } => null,
            { Status: null } => new Problem(Path, answer.Error!),
            _ => new Problem(
                Path,
                $"{answer.Error} A new address is checked with a HEAD request, which must be answered with 200."
            ),
        };
    }
}
