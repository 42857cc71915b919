using DataConnectors.Core.People;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Which conversations a view shows: those that every member lets through. A null member restricts nothing.</summary>
public sealed record ConversationFilter
{
    /// <summary>Open or closed.</summary>
    public ConversationState? State { get; init; }

    /// <summary>Who is to answer.</summary>
    public AssigneeChoice? Assignee { get; init; }

    /// <summary>The teammate of <see cref="AssigneeChoice.Teammate"/>.</summary>
    public long? TeammateId { get; init; }

    /// <summary>"Fin AI Agent: Action used in reply".</summary>
    public bool? IsActionUsedInReply { get; init; }

    /// <summary>How far Fin is.</summary>
    public FinStatus? FinStatus { get; init; }

    /// <summary>Where the person writes.</summary>
    public ConversationChannel? Channel { get; init; }

    /// <summary>How well the person is known.</summary>
    public PersonRole? PersonRole { get; init; }

    /// <summary>A connector that Fin triggered in it.</summary>
    public long? ConnectorId { get; init; }

    /// <summary>What the subject holds, the case of ASCII letters aside.</summary>
    public string? SubjectText { get; init; }

    /// <summary>The last message is at most so many days old.</summary>
    public int? UpdatedWithinDays { get; init; }
}

/// <summary>Whose conversations a view shows.</summary>
public enum AssigneeChoice
{
    /// <summary>Those of no teammate.</summary>
    Nobody,

    /// <summary>Those of whoever looks.</summary>
    Me,

    /// <summary>Those of a certain teammate.</summary>
    Teammate,
}
