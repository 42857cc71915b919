using System.Globalization;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.Inbox.Views;

/// <summary>A view while it is edited: every choice as its control has it, empty for what restricts nothing.</summary>
internal sealed class ViewDraft
{
    /// <summary>The value of <see cref="Assignee"/> for whoever looks.</summary>
    public const string Me = "me";

    /// <summary>The value of <see cref="Assignee"/> for no teammate.</summary>
    public const string Nobody = "nobody";

    public string Name { get; set; } = "";

    public bool IsShared { get; set; }

    public string State { get; set; } = "";

    /// <summary><see cref="Me"/>, <see cref="Nobody"/>, or a teammate's id.</summary>
    public string Assignee { get; set; } = "";

    /// <summary><c>true</c>, <c>false</c>, or empty.</summary>
    public string ActionUsed { get; set; } = "";

    public string FinStatus { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Role { get; set; } = "";

    public string Connector { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Days { get; set; } = "";

    /// <summary>A view that exists, to be changed.</summary>
    public static ViewDraft Of(InboxView view)
    {
        var filter = view.Filter;
        return new ViewDraft
        {
            Name = view.Name,
            IsShared = view.IsShared,
            State = filter.State.ToString() ?? "",
            Assignee = filter.Assignee switch
            {
                AssigneeChoice.Me => Me,
                AssigneeChoice.Nobody => Nobody,
                AssigneeChoice.Teammate => Text(filter.TeammateId),
                _ => "",
            },
            ActionUsed = filter.IsActionUsedInReply switch
            {
                true => "true",
                false => "false",
                null => "",
            },
            FinStatus = filter.FinStatus.ToString() ?? "",
            Channel = filter.Channel.ToString() ?? "",
            Role = filter.PersonRole.ToString() ?? "",
            Connector = Text(filter.ConnectorId),
            Subject = filter.SubjectText ?? "",
            Days = Text(filter.UpdatedWithinDays),
        };
    }

    /// <summary>What is to be stored.</summary>
    public InboxViewDetails ToDetails() =>
        new(
            Name,
            IsShared,
            new ConversationFilter
            {
                State = Chosen<ConversationState>(State),
                Assignee = Assignee switch
                {
                    "" => null,
                    Me => AssigneeChoice.Me,
                    Nobody => AssigneeChoice.Nobody,
                    _ => AssigneeChoice.Teammate,
                },
                TeammateId = Assignee is "" or Me or Nobody ? null : Number(Assignee),
                IsActionUsedInReply = ActionUsed.Length == 0 ? null : ActionUsed == "true",
                FinStatus = Chosen<FinStatus>(FinStatus),
                Channel = Chosen<ConversationChannel>(Channel),
                PersonRole = Chosen<PersonRole>(Role),
                ConnectorId = Number(Connector),
                SubjectText = string.IsNullOrWhiteSpace(Subject) ? null : Subject.Trim(),
                UpdatedWithinDays = DaysNumber,
            }
        );

    // What is no number is kept as one that the rules refuse, with a word at the field.
    private int? DaysNumber =>
        string.IsNullOrWhiteSpace(Days) ? null
        : int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days
        : 0;

    private static T? Chosen<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Text(IFormattable? number) =>
        number?.ToString(format: null, CultureInfo.InvariantCulture) ?? "";
}
