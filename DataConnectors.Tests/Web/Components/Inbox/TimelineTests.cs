using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Inbox.Thread;

namespace DataConnectors.Tests.Web.Components.Inbox;

/// <summary>What stands between the messages, and where.</summary>
public sealed class TimelineTests
{
    private static readonly CandidateScore Orders = SomeTrace.Candidate(11, "Get order status");
    private static readonly CandidateScore Parcels = SomeTrace.Candidate(12, "Track a parcel");

    private readonly Timeline timeline = new(
        id => id == 101 ? "Ada Admin" : "Ola Other",
        "Grace Hopper"
    );

    [Fact]
    public void Without_events_only_what_was_said_stands_there() =>
        Assert.Equal(
            ["Grace Hopper: Where is it?", "Fin: It has shipped.", "Ada Admin: Anything else?"],
            Lines(
                hasEvents: false,
                [Said(1, "Where is it?"), Fin(2, SomeTrace.Of(Orders)), Team(4, "Anything else?")],
                [Happened(3, ConversationEventKind.Assigned, 101, 101)]
            )
        );

    [Fact]
    public void Events_stand_where_they_happened() =>
        Assert.Equal(
            [
                "Grace Hopper: Where is it?",
                "Access: Fin had access to Get order status, Track a parcel",
                "Success: Get order status triggered successfully",
                "Fin: It has shipped.",
                "Change: Ada Admin took it over",
                "Ada Admin: Anything else?",
                "Change: Ada Admin assigned it to Ola Other",
                "Change: Ola Other closed it",
                "Change: Grace Hopper reopened it",
                "Change: Ola Other let Fin answer again",
            ],
            Lines(
                hasEvents: true,
                [
                    Said(1, "Where is it?"),
                    Fin(2, SomeTrace.Of(Parcels, Orders)),
                    Team(4, "Anything else?"),
                ],
                [
                    Happened(3, ConversationEventKind.Assigned, 101, 101),
                    Happened(5, ConversationEventKind.Assigned, 101, 102),
                    Happened(6, ConversationEventKind.Closed, 102),
                    Happened(7, ConversationEventKind.Reopened, null),
                    Happened(8, ConversationEventKind.HandedToFin, 102),
                ]
            )
        );

    [Fact]
    public void What_Fin_had_access_to_is_said_first_and_when_it_changes() =>
        Assert.Equal(
            [
                "Access: Fin had access to Get order status, Track a parcel",
                "Access: Fin had access to Get order status",
                "Access: Fin had access to no data connector",
            ],
            Lines(
                    hasEvents: true,
                    [
                        Fin(1, SomeTrace.Of(Orders, Parcels)),
                        Fin(2, SomeTrace.Of(Parcels, Orders)),
                        Fin(3, SomeTrace.Of()),
                        Fin(4, SomeTrace.Of(Orders, Parcels with { Skipped = "Audience" })),
                        Fin(5, SomeTrace.Of(Orders with { Skipped = "Disabled" })),
                    ],
                    []
                )
                .Where(line => line.StartsWith("Access", StringComparison.Ordinal))
        );

    [Fact]
    public void A_long_list_is_cut_and_can_be_read_whole()
    {
        var many = Enumerable
            .Range(1, 15)
            .Select(number => SomeTrace.Candidate(number, $"Connector {number:00}"))
            .ToArray();

        var access = timeline
            .Of([Fin(1, SomeTrace.Of(many))], [], hasEvents: true)
            .OfType<TimelineItem.Happened>()
            .First();

        Assert.Equal(
            "Fin had access to Connector 01, Connector 02, Connector 03 and 12 more",
            access.Text
        );
        Assert.EndsWith("Connector 14, Connector 15", access.WholeText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_says_so_and_knows_its_row_of_the_log()
    {
        var failed = timeline
            .Of(
                [Fin(1, SomeTrace.Of(Orders) with { Steps = [SomeTrace.Step(isSuccess: false)] })],
                [],
                hasEvents: true
            )
            .OfType<TimelineItem.Happened>()
            .Single(item => item.Kind == HappeningKind.Failure);

        Assert.Equal("Get order status failed", failed.Text);
        Assert.Equal((11L, 501L), (failed.Run!.ConnectorId, failed.Run.ExecutionId));
    }

    private IEnumerable<string> Lines(
        bool hasEvents,
        IReadOnlyList<ConversationMessage> messages,
        IReadOnlyList<ConversationEvent> events
    ) =>
        timeline
            .Of(messages, events, hasEvents)
            .Select(item =>
                item switch
                {
                    TimelineItem.Said said => $"{said.Author}: {said.Message.Text}",
                    TimelineItem.Happened happened => $"{happened.Kind}: {happened.Text}",
                    _ => "",
                }
            );

    private static ConversationMessage Said(long id, string text) =>
        new()
        {
            Id = id,
            Author = MessageAuthor.Person,
            Text = text,
            CreatedAt = Some.Instant,
        };

    private static ConversationMessage Team(long id, string text) =>
        new()
        {
            Id = id,
            Author = MessageAuthor.Teammate,
            TeammateId = 101,
            Text = text,
            CreatedAt = Some.Instant,
        };

    private static ConversationMessage Fin(long id, AgentTrace trace) =>
        new()
        {
            Id = id,
            Author = MessageAuthor.Fin,
            Text = trace.Answer,
            TraceJson = AgentJson.Serialize(trace),
            CreatedAt = Some.Instant,
        };

    private static ConversationEvent Happened(
        long id,
        ConversationEventKind kind,
        long? teammate,
        long? assignee = null
    ) =>
        new()
        {
            Id = id,
            Kind = kind,
            TeammateId = teammate,
            AssigneeId = assignee,
            CreatedAt = Some.Instant,
        };
}
