namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Why the shop does not carry out a write: the status to answer with, a stable code and a sentence.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    /// <summary>There is no such thing.</summary>
    public static Refusal NotFound(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"{what}_not_found", $"There is no {what} \"{id}\".");

    /// <summary>What it applies to is in a state that does not allow it.</summary>
    public static Refusal Conflict(string code, string message) =>
        new(StatusCodes.Status409Conflict, code, message);

    /// <summary>What was sent makes no sense.</summary>
    public static Refusal Invalid(string code, string message) =>
        new(StatusCodes.Status422UnprocessableEntity, code, message);
}
