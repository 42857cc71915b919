using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How far Fin is with a conversation.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<FinStatus>))]
public readonly record struct FinStatus(string Name) : IOpenName<FinStatus>
{
    /// <summary>It works on the answer.</summary>
    public static FinStatus Thinking => new("thinking");

    /// <summary>It answered or asked, and waits.</summary>
    public static FinStatus AwaitingUserReply => new("awaiting_user_reply");

    /// <summary>The team has the conversation.</summary>
    public static FinStatus Escalated => new("escalated");

    /// <summary>The user said that it helped.</summary>
    public static FinStatus Resolved => new("resolved");

    /// <summary>It is done.</summary>
    public static FinStatus Complete => new("complete");

    /// <summary>The member with this name, known or not.</summary>
    public static FinStatus Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
