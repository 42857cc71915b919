using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Logs;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Connectors.Logs;

/// <summary>The log of one connector. What it shows is in the URL; it loads, pages, and tells of new results.</summary>
public sealed partial class ExecutionLogPage(
    ConnectorQueries connectors,
    ListExecutionResults listResults,
    GetExecutionResult getResult,
    ExecutionFeed feed,
    NavigationManager navigation,
    ILogger<ExecutionLogPage> logger
) : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private LogView view = new();
    private ExecutionResultFilter? loadedFilter;
    private Paging<ExecutionResultSummary>? rows;
    private string connectorName = "";
    private bool isLive;
    private int newResults;
    private LogProblem problem;
    private ExecutionDetailModel? openDetail;
    private ExecutionDetailModel? detachedDetail;
    private long? missingExecution;
    private IDisposable? subscription;

    /// <summary>The connector.</summary>
    [Parameter]
    public long ConnectorId { get; set; }

    /// <summary>The filter of the status.</summary>
    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>The filter of the error type.</summary>
    [SupplyParameterFromQuery]
    public string? Error { get; set; }

    /// <summary>The filter of the source.</summary>
    [SupplyParameterFromQuery]
    public string? Source { get; set; }

    /// <summary>The first day.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The id searched for.</summary>
    [SupplyParameterFromQuery]
    public string? Id { get; set; }

    /// <summary>The execution whose details are open.</summary>
    [SupplyParameterFromQuery]
    public string? Execution { get; set; }

    private string EditUrl => ConnectorPages.Edit(ConnectorId);

    private IReadOnlyList<BreadcrumbItem> Breadcrumbs =>
        [
            new BreadcrumbItem("Data connectors", ConnectorPages.List),
            new BreadcrumbItem(connectorName.Length == 0 ? "…" : connectorName, EditUrl),
            new BreadcrumbItem("Logs", href: null, disabled: true),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        subscription?.Dispose();
        closed.Cancel();
        closed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        view = LogView.Read(Status, Error, Source, From, To, Id, Execution);
        if (view.ToFilter(ConnectorId) != loadedFilter)
        {
            await ReloadAsync();
        }
        else
        {
            await GuardAsync(ShowDetailAsync);
        }
    }

    private string EditUrlOf(string tab) => ConnectorPages.Edit(ConnectorId, tab);

    private string UrlOfExecution(long id) => (view with { Execution = id }).ToUrl(ConnectorId);

    private void ShowAsync(LogView next) => navigation.NavigateTo(next.ToUrl(ConnectorId));

    private void ToggleAsync(long id) =>
        ShowAsync(view with { Execution = view.Execution == id ? null : id });

    private void CloseDetailAsync() => ShowAsync(view with { Execution = null });

    private async Task ReloadAsync()
    {
        var filter = view.ToFilter(ConnectorId);
        loadedFilter = filter;
        problem = LogProblem.None;
        rows = null;
        newResults = 0;
        subscription?.Dispose();
        subscription = feed.Subscribe(filter, Announce);
        await GuardAsync(async () =>
        {
            var connector = await connectors.FindDraftAsync(ConnectorId, closed.Token);
            if (connector is null)
            {
                problem = LogProblem.NoConnector;
                return;
            }

            connectorName = connector.Definition.Name;
            isLive = connector.State == ConnectorState.Live;
            var page = await listResults.RunAsync(filter, cursor: null, closed.Token);
            rows = new(page);
            await ShowDetailAsync();
        });
    }

    private Task LoadMoreAsync()
    {
        var filter = loadedFilter!;
        return GuardAsync(() =>
            rows!.MoreAsync(cursor => listResults.RunAsync(filter, cursor, closed.Token))
        );
    }

    private async Task ShowDetailAsync()
    {
        openDetail = null;
        detachedDetail = null;
        missingExecution = null;
        if (view.Execution is not { } id)
        {
            return;
        }

        if (await getResult.RunAsync(ConnectorId, id, closed.Token) is not { } record)
        {
            missingExecution = id;
            return;
        }

        // A link to a row that these filters or this page do not hold still shows it.
        var detail = ExecutionDetailModel.Of(record);
        if (rows?.Items.Any(row => row.Id == id) == true)
        {
            openDetail = detail;
        }
        else
        {
            detachedDetail = detail;
        }
    }

    private async Task GuardAsync(Func<Task> load)
    {
        try
        {
            await load();
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "The log of connector {ConnectorId} could not be read",
                ConnectorId
            );
            problem = LogProblem.Failed;
        }
    }

    private void Announce(int count) =>
        _ = InvokeAsync(() =>
        {
            newResults += count;
            StateHasChanged();
        });

    private enum LogProblem
    {
        None,
        NoConnector,
        Failed,
    }
}
