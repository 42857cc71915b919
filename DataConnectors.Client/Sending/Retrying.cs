using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace DataConnectors.Client.Sending;

/// <summary>
/// What is sent again, and when. A refusal for a while (429, 503) means that nothing was done, so any request may be sent again; a
/// connection that broke leaves that open, so only requests may that do the same when they arrive twice.
/// </summary>
internal static class Retrying
{
    /// <summary>Retries around attempts of limited length.</summary>
    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        DataConnectorsClientOptions options
    )
    {
        pipeline.TimeProvider = options.TimeProvider;
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.RetryDelay,
                    MaxDelay = options.MaxRetryDelay,
                    ShouldRetryAfterHeader = false,
                    ShouldHandle = attempt =>
                        ValueTask.FromResult(
                            IsWorthIt(attempt.Outcome, attempt.Context.GetRequestMessage(), options)
                        ),
                    DelayGenerator = attempt =>
                        ValueTask.FromResult(
                            attempt.Outcome.Result is { } refusal
                                ? RetryDelays.AskedFor(refusal, options.TimeProvider)
                                : null
                        ),
                }
            );
        }

        pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout });
    }

    private static bool IsWorthIt(
        Outcome<HttpResponseMessage> outcome,
        HttpRequestMessage? request,
        DataConnectorsClientOptions options
    ) =>
        outcome switch
        {
            {
                Result.StatusCode: HttpStatusCode.TooManyRequests
                    or HttpStatusCode.ServiceUnavailable
            } => !(
                RetryDelays.AskedFor(outcome.Result, options.TimeProvider) > options.MaxRetryDelay
            ),
            { Exception: HttpRequestException or TimeoutRejectedException } => request is not null
                && DoesTheSameTwice(request),
            _ => false,
        };

    private static bool DoesTheSameTwice(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        || request.Method == HttpMethod.Delete
        || request.Headers.Contains(IdempotencyKeys.Header);
}
