using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>The body of every answer that is not a success.</summary>
/// <param name="RequestId">Names the request in our log, too.</param>
/// <param name="Errors">What is wrong, every fault at once.</param>
internal sealed record ErrorList(string RequestId, IReadOnlyList<ApiError> Errors)
{
    /// <summary>Always <c>error.list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "error.list";
}

/// <summary>One fault.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>; programs decide by it.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Field">The member of the request that is at fault; absent when none is.</param>
internal sealed record ApiError(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null
);
