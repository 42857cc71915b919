using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Authentication;

/// <summary>The tokens of the workspace.</summary>
public sealed partial class AuthenticationPage(
    TokenQueries queries,
    TokenUsers users,
    DeleteToken deleteToken,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<AuthenticationPage> logger
) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private Actor? actor;
    private IReadOnlyList<TokenRow>? rows;
    private bool hasFailed;

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            actor = await currentActor.GetAsync();
            var read = new List<TokenRow>();
            foreach (var token in await queries.ListAsync(leaving.Token))
            {
                read.Add(new TokenRow(token, await users.ListAsync(token.Id, leaving.Token)));
            }

            rows = read;
            hasFailed = false;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The tokens could not be read.");
            hasFailed = true;
        }
    }

    private async Task AddAsync()
    {
        var dialog = await dialogs.ShowAsync<NewTokenDialog>("New token");
        if (await dialog.GetReturnValueAsync<TokenSummary>() is { } token)
        {
            snackbar.Add($"Stored \"{token.Name}\".", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(TokenSummary token)
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            $"Delete \"{token.Name}\"?",
            "Its value is deleted for good. This cannot be undone.",
            yesText: "Delete",
            cancelText: "Cancel"
        );
        if (confirmed is not true)
        {
            return;
        }

        var outcome = await deleteToken.RunAsync(
            await currentActor.GetAsync(),
            token.Id,
            CancellationToken.None
        );
        if (outcome.Failure is { Kind: FaultKind.Conflict } conflict)
        {
            // It names the data connectors to visit, so it stays until it is read.
            await dialogs.ShowMessageBoxAsync(
                $"\"{token.Name}\" is in use",
                conflict.Message,
                yesText: "Close"
            );
        }
        else
        {
            snackbar.Add(
                outcome.Failure?.Message ?? $"Deleted \"{token.Name}\".",
                outcome.IsSuccess ? Severity.Success : Severity.Error
            );
        }

        await LoadAsync();
    }
}
