namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Who is to answer a conversation.</summary>
public abstract record Assignment
{
    private Assignment() { }

    /// <summary>A teammate; Fin keeps silent.</summary>
    public sealed record ToTeammate(long TeammateId) : Assignment;

    /// <summary>Whoever of the team has time; Fin keeps silent.</summary>
    public sealed record ToNobody : Assignment;

    /// <summary>Fin, from the next message on.</summary>
    public sealed record ToFin : Assignment;

    /// <summary>Who answers a conversation now.</summary>
    public static Assignment Of(Conversation conversation) =>
        conversation.AssigneeId is { } teammate ? new ToTeammate(teammate)
        : conversation.IsFinInCharge ? new ToFin()
        : new ToNobody();
}
