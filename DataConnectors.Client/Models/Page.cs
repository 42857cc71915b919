using System.Text.Json.Serialization;

namespace DataConnectors.Client.Models;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Page<T> : TypedObject
{
    /// <summary>The items of this page, in the order of the list.</summary>
    public IReadOnlyList<T> Data { get; init; } = [];

    /// <summary>Where the page stands.</summary>
    public PageLinks? Pages { get; init; }

    /// <summary>The cursor to pass as <c>startingAfter</c> for the next page; null on the last one.</summary>
    [JsonIgnore]
    public string? NextCursor => Pages?.Next?.StartingAfter;
}

/// <summary>Where a page stands in its list.</summary>
public sealed record PageLinks : TypedObject
{
    /// <summary>How many items a page holds.</summary>
    public int PerPage { get; init; }

    /// <summary>The next page; null on the last one.</summary>
    public NextPage? Next { get; init; }
}

/// <summary>The page after one.</summary>
public sealed record NextPage : ApiObject
{
    /// <summary>The cursor that leads there.</summary>
    public string? StartingAfter { get; init; }
}
