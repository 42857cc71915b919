namespace DataConnectors.Web.Components.Shared;

/// <summary>What a value holds, as far as completion in a <see cref="CodeEditor"/> needs to know.</summary>
/// <param name="Type">What it is, in lower case: <c>object</c>, <c>list</c>, <c>text</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>datetime</c> or <c>unknown</c>.</param>
/// <param name="Example">A value met there, shortened; null for none.</param>
public sealed record CodeShape(string Type, string? Example = null)
{
    /// <summary>The named values inside an object; null for anything else.</summary>
    public IReadOnlyDictionary<string, CodeShape>? Fields { get; init; }

    /// <summary>What the elements of a list hold; null for anything else.</summary>
    public CodeShape? Element { get; init; }
}

/// <summary>A parameter of the function <c>transform</c>.</summary>
/// <param name="Name">Its name where the code gives it none of its own.</param>
/// <param name="Shape">What it holds.</param>
public sealed record CodeParameter(string Name, CodeShape Shape);
