namespace DataConnectors.Core.Idempotency;

/// <summary>What is to be done with a request that carries an idempotency key.</summary>
public abstract record IdempotentClaim
{
    private IdempotentClaim() { }

    /// <summary>The key is new: carry the request out, then say how it was answered.</summary>
    /// <param name="RequestId">Name it to <see cref="IdempotentRequests"/>.</param>
    public sealed record First(string RequestId) : IdempotentClaim;

    /// <summary>The same request was answered before: answer the same.</summary>
    public sealed record Answered(IdempotentAnswer Answer) : IdempotentClaim;

    /// <summary>The same request is under way.</summary>
    public sealed record UnderWay : IdempotentClaim;

    /// <summary>The same request was begun so long ago that its answer will not come: nobody knows whether it was carried out.</summary>
    public sealed record Lost : IdempotentClaim;

    /// <summary>The key came with another request before.</summary>
    public sealed record OtherRequest : IdempotentClaim;
}

/// <summary>An answer as it was sent.</summary>
/// <param name="StatusCode">Its status.</param>
/// <param name="Headers">Its headers, those that belong to its content.</param>
/// <param name="Body">Its body.</param>
public sealed record IdempotentAnswer(
    int StatusCode,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
);
