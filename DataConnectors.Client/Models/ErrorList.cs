using System.Net;

namespace DataConnectors.Client.Models;

/// <summary>The body of an answer that is not a success.</summary>
internal sealed record ErrorList : ApiObject
{
    /// <summary>Names the request in the server's log.</summary>
    public string? RequestId { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The code of a refusal by the token endpoint, which has no list.</summary>
    public string? Error { get; init; }

    /// <summary>The same for people.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>All of it in a sentence.</summary>
    public string Describe(HttpStatusCode status) =>
        Errors.Count == 0
            ? $"The API answered {(int)status}."
            : $"The API answered {(int)status}: "
                + string.Join(
                    " ",
                    Errors.Select(error =>
                        error.Field is null
                            ? $"{error.Message} ({error.Code})"
                            : $"{error.Field}: {error.Message} ({error.Code})"
                    )
                );
}

/// <summary>One fault.</summary>
/// <param name="Code">What kind of fault it is; decide by it.</param>
/// <param name="Message">What is wrong and how to mend it; null where the API does not say.</param>
/// <param name="Field">The member of the request that is at fault; null when none is.</param>
public sealed record ApiError(string Code, string? Message, string? Field = null);
