using Bunit;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Components.Inbox;

/// <summary>The Inbox on a real database, looked at by Mira.</summary>
public sealed class InboxPageTests : IAsyncLifetime
{
    private static readonly Actor Other = new(8, "Ola Other", CanAccessDeveloperHub: true);
    private ConsolePage page = null!;
    private long id;

    public async ValueTask InitializeAsync()
    {
        page = await ConsolePage.CreateInboxAsync();
        await page.Database.AddAsync(
            new AttributeDefinition
            {
                Id = 1,
                Owner = AttributeOwner.Person,
                Name = "plan",
                Type = AttributeType.Text,
            },
            Some.Person(201, attributesJson: """{"plan":"pro"}"""),
            new Teammate
            {
                Id = 7,
                Name = "Mira",
                UserName = "mira",
            },
            new Teammate
            {
                Id = 8,
                Name = "Ola Other",
                UserName = "ola",
            }
        );
        id = await StartAsync("Where is my order 1042?");
    }

    public ValueTask DisposeAsync() => page.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_listed_with_its_person_and_opens_with_its_messages()
    {
        await AnswerAsync(
            "It has shipped.",
            SomeTrace.Of(SomeTrace.Candidate(11, "Get order status"))
        );

        var inbox = Open($"?conversation={id}");

        await inbox.WaitForAssertionAsync(() =>
            Assert.Equal(2, inbox.FindAll("article.message").Count)
        );
        var row = await inbox.WaitForElementAsync("a[data-row]");
        Assert.Contains("Grace Hopper", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fin: It has shipped.", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", row.GetAttribute("aria-current"));
        Assert.Empty(inbox.FindAll(".happening"));
        var panel = await inbox.WaitForElementAsync("aside .panel-facts");
        Assert.Contains("grace@example.com", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("pro", inbox.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            BuiltInView.ActionUsedName,
            inbox.Find("aside").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Events_show_on_a_toggle_and_why_Fin_said_it_on_request()
    {
        await AnswerAsync(
            "It has shipped.",
            SomeTrace.Of(SomeTrace.Candidate(11, "Get order status"))
        );

        var inbox = Open($"?conversation={id}&events=on");

        await inbox.WaitForAssertionAsync(() => Assert.Equal(2, inbox.FindAll(".happening").Count));
        Assert.Contains(
            "Get order status triggered successfully",
            inbox.FindAll(".happening")[1].TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(inbox.FindAll("section.trace"));
        await inbox.Button("Why this answer").ClickAsync(new());
        Assert.Single(inbox.FindAll("section.trace"));
    }

    [Fact]
    public async Task A_reply_is_stored_shown_and_takes_the_conversation_over()
    {
        var inbox = Open($"?conversation={id}");
        await inbox.WaitForElementAsync("textarea");

        await inbox.Find("textarea").InputAsync("Hello, Mira here.");
        await inbox.Find("form.reply").SubmitAsync();

        await inbox.WaitForAssertionAsync(() =>
            Assert.Equal(2, inbox.FindAll("article.message").Count)
        );
        Assert.Equal("", inbox.Find("textarea").GetAttribute("value") ?? "");
        Assert.Equal("7", inbox.Labelled("Assignee").GetAttribute("value"));
        var stored = (await ThreadAsync()).Messages[^1];
        Assert.Equal(
            ("Hello, Mira here.", 7L, false),
            (stored.Text, stored.TeammateId, stored.IsNote)
        );
    }

    [Fact]
    public async Task A_note_is_stored_as_a_note()
    {
        var inbox = Open($"?conversation={id}");
        await inbox.WaitForElementAsync("textarea");

        await inbox.FindAll("input[type=radio]")[1].ChangeAsync(true);
        await inbox.Find("textarea").InputAsync("A regular.");
        await inbox.Find("form.reply").SubmitAsync();

        await inbox.WaitForElementAsync("article.message--note");
        Assert.True((await ThreadAsync()).Messages[^1].IsNote);
        Assert.Null((await ThreadAsync()).Conversation.AssigneeId);
    }

    [Fact]
    public async Task What_others_do_shows_and_what_is_typed_stays()
    {
        var inbox = Open($"?conversation={id}");
        await inbox.WaitForElementAsync("textarea");
        await inbox.Find("textarea").InputAsync("Half a sente");

        await page
            .Services.GetRequiredService<ReplyAsTeammate>()
            .RunAsync(Other, id, "I have this one.", CancellationToken.None);

        await inbox.WaitForAssertionAsync(
            () =>
            {
                Assert.Contains(
                    "I have this one.",
                    inbox.Find(".thread-list").TextContent,
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    "Team: I have this one.",
                    inbox.Find("a[data-row]").TextContent,
                    StringComparison.Ordinal
                );
                Assert.Equal("8", inbox.Labelled("Assignee").GetAttribute("value"));
            },
            TimeSpan.FromSeconds(20)
        );
        Assert.Equal("Half a sente", inbox.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Drafts_are_kept_for_each_conversation()
    {
        var second = await StartAsync("Another matter");
        var inbox = Open($"?conversation={id}");
        await inbox.WaitForElementAsync("textarea");
        await inbox.Find("textarea").InputAsync("To be continued");

        page.Services.GetRequiredService<NavigationManager>().NavigateTo(InboxAddress.Of(second));
        await inbox.WaitForAssertionAsync(() =>
            Assert.Equal("Another matter", inbox.Find("h2.thread-title").TextContent)
        );
        Assert.Equal("", inbox.Find("textarea").GetAttribute("value") ?? "");
        page.Services.GetRequiredService<NavigationManager>().NavigateTo(InboxAddress.Of(id));

        await inbox.WaitForAssertionAsync(() =>
            Assert.Equal("To be continued", inbox.Find("textarea").GetAttribute("value"))
        );
    }

    [Fact]
    public async Task Closing_and_reopening_take_turns()
    {
        var inbox = Open($"?view=open&conversation={id}");
        await inbox.WaitForElementAsync("a[data-row]");
        await inbox.WaitForElementAsync("textarea");

        await inbox.Button("Close").ClickAsync(new());

        await inbox.WaitForAssertionAsync(() => inbox.Button("Reopen"));
        await inbox.WaitForAssertionAsync(
            () => Assert.Empty(inbox.FindAll("a[data-row]")),
            TimeSpan.FromSeconds(20)
        );
        Assert.Equal(ConversationState.Closed, (await ThreadAsync()).Conversation.State);
        await inbox.Button("Reopen").ClickAsync(new());
        await inbox.WaitForAssertionAsync(() => inbox.Button("Close"));
    }

    [Fact]
    public async Task A_refusal_is_said_and_nothing_typed_is_lost()
    {
        var inbox = Open($"?conversation={id}");
        await inbox.WaitForElementAsync("textarea");
        await using (var context = await page.Database.Contexts.CreateDbContextAsync())
        {
            context.Remove(context.Set<Conversation>().Single(stored => stored.Id == id));
            await context.SaveChangesAsync();
        }

        await inbox.Find("textarea").InputAsync("Are you there?");
        await inbox.Find("form.reply").SubmitAsync();

        await inbox.WaitForAssertionAsync(() =>
            Assert.Contains(
                "does not exist",
                inbox.Find("form.reply [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("Are you there?", inbox.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Views_are_counted_and_one_that_is_gone_says_so()
    {
        await page
            .Services.GetRequiredService<CreateInboxView>()
            .RunAsync(
                ConsolePage.Admin,
                new InboxViewDetails(
                    "Visitors",
                    IsShared: true,
                    new ConversationFilter { PersonRole = PersonRole.Visitor }
                ),
                CancellationToken.None
            );

        var inbox = Open("?view=404");

        await inbox.WaitForAssertionAsync(() =>
            Assert.Equal(
                [
                    ("All", "1"),
                    ("Open", "1"),
                    ("Mine", "0"),
                    ("Unassigned", "1"),
                    ("Escalated", "0"),
                    ("Closed", "0"),
                    (BuiltInView.ActionUsedName, "0"),
                    ("Visitors", "0"),
                ],
                inbox
                    .FindAll("a.view")
                    .Select(view =>
                        (
                            view.QuerySelector(".view-name")!.TextContent,
                            view.QuerySelector(".view-count > [aria-hidden]")!.TextContent
                        )
                    )
            )
        );
        Assert.Contains(
            "This view does not exist",
            inbox.Find(".inbox-list").TextContent,
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<InboxPage> Open(string query)
    {
        page.Services.GetRequiredService<NavigationManager>()
            .NavigateTo(InboxAddress.Inbox + query);
        return page.Render<InboxPage>();
    }

    private async Task<long> StartAsync(string text) =>
        (
            await page
                .Services.GetRequiredService<StartConversation>()
                .RunAsync(
                    new NewConversation(201, text) { IsVerified = true },
                    CancellationToken.None
                )
        )
            .Value
            .ConversationId;

    private async Task AnswerAsync(string text, AgentTrace trace) =>
        await page
            .Services.GetRequiredService<SaveTurn>()
            .RunAsync(
                id,
                new FinTurn(
                    (await ThreadAsync()).Messages[0].Id,
                    text,
                    AgentJson.Serialize(trace),
                    AgentStateJson: null
                ),
                CancellationToken.None
            );

    private async Task<ConversationThread> ThreadAsync() =>
        (
            await page
                .Services.GetRequiredService<ConversationQueries>()
                .FindAsync(id, CancellationToken.None)
        )!;
}
