using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Logs;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Lets a teammate try the draft's code on an answer.</summary>
public sealed partial class CodeTestPanel : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<Choice<AnswerSource>> Sources =
    [
        new(AnswerSource.Example, "Example response", "The one in the API tab."),
        new(AnswerSource.Logged, "A logged response", "What the API answered in a live run."),
        new(AnswerSource.Pasted, "Pasted JSON", "For this test only."),
    ];

    private CancellationTokenSource? running;
    private MudButton? testButton;
    private AnswerSource source;
    private IReadOnlyList<LoggedAnswer> answers = [];
    private string? answersFault;
    private bool isListing;
    private long? chosen;
    private string pasted = "";
    private bool isRunning;
    private bool wasCancelled;
    private CodeTestResult? result;
    private Fault? fault;
    private string ranCode = "";
    private string ranOn = "";

    /// <summary>The draft as it is now.</summary>
    [Parameter, EditorRequired]
    public ConnectorDefinition Definition { get; set; } = null!;

    /// <summary>What runs it.</summary>
    [Parameter, EditorRequired]
    public CodeTools Tools { get; set; } = null!;

    /// <summary>Told of the line to show.</summary>
    [Parameter]
    public EventCallback<int> OnGoToLine { get; set; }

    /// <summary>The language.</summary>
    [Parameter, EditorRequired]
    public CodeMode Mode { get; set; } = null!;

    private bool HasRedactedFields => Definition.ResponseFields.Any(each => each.IsRedacted);

    private bool CanRun =>
        source switch
        {
            AnswerSource.Example => Definition.ExampleResponse is not null,
            AnswerSource.Logged => chosen is not null && answersFault is null,
            _ => !string.IsNullOrWhiteSpace(pasted),
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
    }

    private async Task ChooseAsync(AnswerSource choice)
    {
        source = choice;
        if (choice == AnswerSource.Logged)
        {
            await ListAsync();
        }
    }

    private async Task ListAsync()
    {
        isListing = true;
        StateHasChanged();
        var outcome = await Tools.ListAnswers(CancellationToken.None);
        isListing = false;
        answersFault = outcome.Failure?.Message;
        answers = outcome.IsSuccess ? outcome.Value : [];
        if (answers.All(answer => answer.Id != chosen))
        {
            chosen = answers.FirstOrDefault(answer => answer.Status is not null)?.Id;
        }
    }

    private async Task RunAsync()
    {
        // The button stays enabled while it runs, so that the keyboard's focus is not lost.
        if (isRunning)
        {
            return;
        }

        isRunning = true;
        wasCancelled = false;
        result = null;
        fault = null;
        running?.Dispose();
        running = new CancellationTokenSource();
        try
        {
            var answer = await AnswerAsync(running.Token);
            var definition = Definition;
            ranCode = Mode.Read(definition);
            ranOn = Describe();
            if (answer.TryGet(out var given, out fault))
            {
                var outcome = await Tools.TestCode(definition, given, running.Token);
                outcome.TryGet(out result, out fault);
            }
        }
        catch (OperationCanceledException)
        {
            wasCancelled = true;
        }
        finally
        {
            isRunning = false;
        }
    }

    private async Task<Outcome<ExampleResponse, Fault>> AnswerAsync(
        CancellationToken cancellationToken
    ) =>
        source switch
        {
            AnswerSource.Example => Definition.ExampleResponse!,
            AnswerSource.Logged => await Tools.LoadAnswer(chosen!.Value, cancellationToken),
            _ => new ExampleResponse(200, "application/json", pasted),
        };

    private string Describe() =>
        source switch
        {
            AnswerSource.Example => "Example response",
            AnswerSource.Logged => "Logged response of "
                + LogWords.Instant(answers.First(answer => answer.Id == chosen).StartedAt),
            _ => "Pasted JSON",
        };

    private async Task CancelAsync()
    {
        running?.Cancel();
        if (testButton is not null)
        {
            await testButton.FocusAsync();
        }
    }
}
