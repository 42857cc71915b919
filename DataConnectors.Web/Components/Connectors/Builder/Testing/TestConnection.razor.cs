using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Connectors.Builder.Testing;

/// <summary>Lets a teammate run the draft in one of three honest modes.</summary>
public sealed partial class TestConnection : BuilderPanel, IDisposable
{
    private static readonly IReadOnlyList<Choice<TestMode>> Modes =
    [
        new(TestMode.DryRun, "Dry run", "Shows the exact bytes. Nothing is sent."),
        new(TestMode.Example, "Example", "Answers with the example response. Nothing is sent."),
        new(TestMode.RealCall, "Real call", "Calls the API for real. Writes ask first."),
    ];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private IReadOnlyList<PersonSnapshot> people = [];
    private CancellationTokenSource? running;
    private TestMode mode = TestMode.DryRun;
    private TestMode ranMode;
    private string personId = "";
    private string? ranFor;
    private bool isRunning;
    private ExecutionResult? result;
    private Fault? fault;

    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public long ConnectorId { get; set; }

    /// <summary>Told of the field that a failure points at.</summary>
    [Parameter]
    public EventCallback<string> OnShowField { get; set; }

    /// <summary>Whether this teammate may test.</summary>
    [Parameter]
    public bool CanTest { get; set; } = true;

    /// <summary>What the draft may write; names what would be written.</summary>
    [Parameter]
    public ObjectSchema? Schema { get; set; }

    [Inject]
    private TestConnector Tester { get; set; } = null!;

    [Inject]
    private PeopleQueries People { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    // Two inputs may share a name while a person is still typing; they then share a value here.
    private IEnumerable<DataInput> CollectedInputs =>
        Definition
            .DataInputs.Where(input =>
                input.Source == DataInputSource.FinCollects && input.Name.Length > 0
            )
            .DistinctBy(input => input.Name, StringComparer.Ordinal);

    private PersonSnapshot? ChosenPerson =>
        people.FirstOrDefault(person =>
            person.Id.ToString(CultureInfo.InvariantCulture) == personId
        );

    private IReadOnlyList<SelectOption> PersonOptions =>
        [
            new("", "Nobody in particular"),
            .. people.Select(person => new SelectOption(
                person.Id.ToString(CultureInfo.InvariantCulture),
                $"{person.DisplayName} – {person.Role.ToString().ToLowerInvariant()}"
            )),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        people = await People.ListTestPeopleAsync(CancellationToken.None);
        personId =
            people
                .FirstOrDefault(person => person.Role == PersonRole.User)
                ?.Id.ToString(CultureInfo.InvariantCulture)
            ?? "";
    }

    private string ValueOf(DataInput input) =>
        values.GetValueOrDefault(input.Name) ?? input.ExampleValue ?? "";

    private async Task RunAsync()
    {
        var actor = await CurrentActor.GetAsync();
        if (mode == TestMode.RealCall && Definition.Method.IsWrite() && !await ConfirmAsync(actor))
        {
            return;
        }

        isRunning = true;
        result = null;
        fault = null;
        running?.Dispose();
        running = new CancellationTokenSource();
        try
        {
            var outcome = await Tester.RunAsync(actor, Test(mode), running.Token);
            ranMode = mode;
            ranFor = ChosenPerson?.DisplayName;
            outcome.TryGet(out result, out fault);
        }
        catch (OperationCanceledException)
        {
            // The teammate cancelled; there is nothing to show.
        }
        finally
        {
            isRunning = false;
        }
    }

    private void Cancel() => running?.Cancel();

    private ConnectorTest Test(TestMode chosen) =>
        new(
            ConnectorId,
            Definition,
            chosen,
            ChosenPerson,
            CollectedInputs.ToDictionary(input => input.Name, ValueOf, StringComparer.Ordinal)
        );

    private async Task<bool> ConfirmAsync(Actor actor)
    {
        // The dry run knows the very address that is about to be called.
        var dryRun = await Tester.RunAsync(actor, Test(TestMode.DryRun), CancellationToken.None);
        var url = dryRun.IsSuccess ? dryRun.Value.Request?.Url : null;
        return await Dialogs.ShowMessageBoxAsync(
                "Call the API for real?",
                $"{Definition.Method.ToWire()} {url ?? Definition.Url} changes something at the API. What it does there is real and cannot be undone here.",
                yesText: "Call the API",
                cancelText: "Cancel"
            ) == true;
    }

    private void UseAsExample(ExampleResponse example) =>
        Edit(draft => draft with { ExampleResponse = example, ExampleOrigin = ExampleOrigin.Test });
}
