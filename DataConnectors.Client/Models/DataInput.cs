using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A value gathered before a run, and named by placeholders.</summary>
public sealed record DataInput : ApiObject
{
    /// <summary>The name, as in <c>{{order_id}}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are.</summary>
    public DataInputType Type { get; init; } = DataInputType.Text;

    /// <summary>What Fin is told so that it can ask for it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a run needs it.</summary>
    public bool Required { get; init; }

    /// <summary>The value when none is given.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The value that previews use.</summary>
    public string? ExampleValue { get; init; }
}
