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
    public bool Required { get; init; } = true;

    /// <summary>The value when none is given.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The value that previews use.</summary>
    public string? ExampleValue { get; init; }

    /// <summary>Where the value comes from; Fin collects it when null.</summary>
    public DataInputSource? Source { get; init; }

    /// <summary>The attribute that the source <see cref="DataInputSource.Attribute"/> reads: <c>person.email</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>The value that the source <see cref="DataInputSource.CustomValue"/> gives.</summary>
    public string? CustomValue { get; init; }
}
