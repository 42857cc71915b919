using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What started an execution.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ExecutionSourceType>))]
public readonly record struct ExecutionSourceType(string Name) : IOpenName<ExecutionSourceType>
{
    /// <summary>Fin chose it.</summary>
    public static ExecutionSourceType Fin => new("fin");

    /// <summary>A program, or an answer.</summary>
    public static ExecutionSourceType Answer => new("answer");

    /// <summary>A workflow.</summary>
    public static ExecutionSourceType Workflow => new("workflow");

    /// <summary>A teammate in the inbox.</summary>
    public static ExecutionSourceType Inbox => new("inbox");

    /// <summary>A macro.</summary>
    public static ExecutionSourceType SavedReply => new("saved_reply");

    /// <summary>A bot.</summary>
    public static ExecutionSourceType CustomBot => new("custom_bot");

    /// <summary>A bot that a person started.</summary>
    public static ExecutionSourceType InboundCustomBot => new("inbound_custom_bot");

    /// <summary>A bot behind a button.</summary>
    public static ExecutionSourceType ButtonCustomBot => new("button_custom_bot");

    /// <summary>A bot that something triggered.</summary>
    public static ExecutionSourceType TriggerableCustomBot => new("triggerable_custom_bot");

    /// <summary>The member with this name, known or not.</summary>
    public static ExecutionSourceType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
