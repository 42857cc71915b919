namespace DataConnectors.Core.Templating;

/// <summary>What a stretch of a URL or form is, and so what its values may do.</summary>
internal enum RunKind
{
    /// <summary>Literal text only.</summary>
    Fixed,

    /// <summary>What stands between two slashes: never empty, never a dot segment.</summary>
    PathSegment,

    /// <summary>The name of a parameter: never empty.</summary>
    ParameterName,

    /// <summary>The value of a parameter.</summary>
    ParameterValue,
}

/// <summary>Literal text ready for the wire, or the name of a placeholder.</summary>
internal readonly record struct RunPiece(string Text, bool IsPlaceholder);

/// <summary>Pieces that together fill one place.</summary>
internal sealed record TemplateRun(RunKind Kind, RunPiece[] Pieces)
{
    public bool HasPlaceholder => Array.Exists(Pieces, piece => piece.IsPlaceholder);
}
