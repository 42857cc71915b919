namespace DataConnectors.Core.Kernel;

/// <summary>A stored row that is deleted by its age.</summary>
public interface IAged
{
    /// <summary>The id; rises with time.</summary>
    long Id { get; }

    /// <summary>When it was made.</summary>
    DateTimeOffset CreatedAt { get; }
}
