using System.Globalization;
using System.Text;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution.Transport;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>
/// Calls endpoints through the guarded client, as connectors call APIs: the same addresses are refused. An endpoint has five seconds to
/// answer; redirects are not followed; of the answer no more than its beginning is read.
/// </summary>
public sealed class EndpointCalls(EgressGuard guard, EgressHttpClient client, TimeProvider clock)
{
    /// <summary>How long an endpoint may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How much of an answer is kept, in bytes.</summary>
    public const int KeptBytes = 1024;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>Sends the message. Never throws but for <paramref name="cancellationToken"/>.</summary>
    internal async Task<EndpointAnswer> CallAsync(
        string url,
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        var begin = clock.GetTimestamp();
        var decision = guard.Judge(url);
        if (decision is EgressDecision.Refused refused)
        {
            return Failed(refused.Message);
        }

        var target = ((EgressDecision.Allowed)decision).Target;

        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            deadline.Token,
            cancellationToken
        );
        try
        {
            using var response = await client.SendAsync(target, message, either.Token);
            var status = (int)response.StatusCode;
            var body = await BeginningAsync(response.Content, either.Token);
            return new EndpointAnswer(
                status,
                body,
                ErrorOf(status),
                RetryAfterOf(response),
                clock.GetElapsedTime(begin)
            );
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            return Failed($"The endpoint did not answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested
                && ConnectionFailures.Explain(exception, "endpoint") is { } failure
            )
        {
            return Failed(failure.Message);
        }

        EndpointAnswer Failed(string error) =>
            new(Status: null, Body: null, error, RetryAfter: null, clock.GetElapsedTime(begin));
    }

    private static string? ErrorOf(int status) =>
        status switch
        {
            >= 200 and < 300 => null,
            101 => "The endpoint asked to switch to another protocol (101).",
            >= 300 and < 400 => string.Create(
                CultureInfo.InvariantCulture,
                $"The endpoint redirects ({status}). Redirects are not followed: enter the address it leads to."
            ),
            410 => "The endpoint is gone (410).",
            429 => "The endpoint asks for fewer notifications (429).",
            _ => string.Create(CultureInfo.InvariantCulture, $"The endpoint answered {status}."),
        };

    /// <summary>What can be read of the beginning. That it was answered is known by now, so a body that breaks off changes nothing.</summary>
    private static async Task<string> BeginningAsync(
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        var bytes = new byte[KeptBytes];
        var filled = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            int read;
            while (
                filled < bytes.Length
                && (read = await stream.ReadAsync(bytes.AsMemory(filled), cancellationToken)) > 0
            )
            {
                filled += read;
            }
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // What came is what there is.
        }

        // A character cut in two, and what is no text, become question marks; null characters no database tool can show.
        return Encoding.UTF8.GetString(bytes, 0, filled).Replace('\0', '\uFFFD');
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode || response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        var wait = header.Delta ?? (header.Date - clock.GetUtcNow());
        return wait is not { } asked || asked <= TimeSpan.Zero ? null
            : asked > LongestRetryAfter ? LongestRetryAfter
            : asked;
    }
}
