using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>Fin on the draft of one connector.</summary>
public sealed partial class MessengerPreview(
    IAgent agent,
    FinCandidates candidates,
    ArticleShelf articles,
    PeopleQueries peopleQueries,
    CurrentActor currentActor,
    IDialogService dialogs,
    ILogger<MessengerPreview> logger
) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly PreviewSession session = new(agent, candidates, articles);
    private IReadOnlyList<PersonSnapshot> people = [];
    private PersonSnapshot? person;
    private string personId = "";
    private bool usesExampleValues = true;
    private bool isReal;
    private bool mayCall;
    private string? failure;
    private string? consentedWrite;

    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public long ConnectorId { get; set; }

    /// <summary>Its draft as it is now.</summary>
    [Parameter, EditorRequired]
    public ConnectorDefinition Definition { get; set; } = new();

    private IReadOnlyList<string> Suggestions =>
        session.Turns.Count == 0 ? SuggestedQuestions.For(Definition) : [];

    private IReadOnlyList<SelectOption> PersonOptions =>
        [
            new SelectOption("", "Nobody in particular"),
            .. people.Select(person => new SelectOption(Text(person.Id), PersonLabels.Of(person))),
        ];

    private IReadOnlyList<ChatMessage> Messages =>
        [
            .. session.Turns.SelectMany(turn =>
                turn.Answer is null
                    ? [Asked(turn)]
                    : (ChatMessage[])
                        [
                            Asked(turn),
                            new ChatMessage($"{turn.Number}-fin", IsFin: true, turn.Answer),
                        ]
            ),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        mayCall = (await currentActor.GetAsync()).CanAccessDeveloperHub;
        try
        {
            people = await peopleQueries.ListTestPeopleAsync(leaving.Token);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return;
        }

        if (people.Count > 0)
        {
            person = people[0];
            personId = Text(person.Id);
        }
    }

    private async Task SendAsync(string message)
    {
        failure = null;
        if (session.IsBusy || !await MaySendAsync())
        {
            return;
        }

        try
        {
            await session.SendAsync(
                message,
                new PreviewRun(ConnectorId, Definition, person, usesExampleValues, isReal),
                () => _ = InvokeAsync(StateHasChanged),
                leaving.Token
            );
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "The preview of connector {ConnectorId} failed",
                ConnectorId
            );
            failure =
                "Fin could not answer because of a fault in this program. Try again; if it keeps happening, ask whoever runs this server to look at its log.";
        }
    }

    /// <summary>Whether what would really be called may be: a write is agreed to once for each method and URL.</summary>
    private async Task<bool> MaySendAsync()
    {
        if (!isReal || !Definition.Method.IsWrite())
        {
            return true;
        }

        var write = $"{Definition.Method.ToWire()} {Definition.Url}";
        if (string.Equals(consentedWrite, write, StringComparison.Ordinal))
        {
            return true;
        }

        var consent = await dialogs.ShowMessageBoxAsync(
            "Call the API for real?",
            $"Fin may now send {write}. What it changes there is real, even in this preview.",
            yesText: "Call for real",
            cancelText: "Cancel"
        );
        if (consent is true)
        {
            consentedWrite = write;
        }

        return consent is true;
    }

    private void StartOver()
    {
        session.StartOver();
        failure = null;
        consentedWrite = null;
    }

    private void ChoosePerson(string value)
    {
        personId = value;
        person = people.FirstOrDefault(person => Text(person.Id) == value);

        // What one person said must not be answered for another.
        StartOver();
    }

    private static ChatMessage Asked(PreviewTurn turn) =>
        new($"{turn.Number}-person", IsFin: false, turn.Message);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
