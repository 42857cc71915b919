using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Webhooks;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>The webhook of an app and the log of its deliveries. Which are shown is in the URL; it follows what happens to them.</summary>
public sealed partial class WebhooksPage(
    WebhookQueries queries,
    SuspendSubscription suspend,
    ResumeSubscription resume,
    RotateWebhookSecret rotate,
    DeleteSubscription delete,
    SendTest sendTest,
    ResendDelivery resend,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    TimeProvider clock,
    ILogger<WebhooksPage> logger
) : IDisposable
{
    private static readonly TimeSpan FollowInterval = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<KeyValuePair<string, string>> States =
    [
        new("", "All"),
        new(WebhookPages.NameOf(DeliveryState.Pending), "Waiting"),
        new(WebhookPages.NameOf(DeliveryState.Delivered), "Delivered"),
        new(WebhookPages.NameOf(DeliveryState.Failed), "Failed"),
    ];

    private readonly PageReading reading = new(logger);
    private long? shownAppId;
    private AppWebhook? app;
    private Fault? fault;
    private bool isTesting;
    private SecretText? secret;
    private Paging<DeliverySummary>? rows;
    private DeliveryDetail? open;
    private ITimer? following;

    /// <summary>The app.</summary>
    [Parameter]
    public long AppId { get; set; }

    /// <summary>The state whose deliveries are shown; null for all.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>The delivery whose details are open.</summary>
    [SupplyParameterFromQuery]
    public string? Delivery { get; set; }

    private SubscriptionSummary? Subscription => app?.Subscription;

    private long? OpenId =>
        long.TryParse(Delivery, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        following?.Dispose();
        reading.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        following = clock.CreateTimer(
            _ => _ = InvokeAsync(FollowAsync),
            state: null,
            FollowInterval,
            FollowInterval
        );

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (shownAppId != AppId)
        {
            (shownAppId, app, rows, open, secret) = (AppId, null, null, null, null);
        }

        return LoadAsync();
    }

    private Task LoadAsync() =>
        reading.RunAsync(
            "The webhook",
            async () =>
            {
                var found = await queries.GetAsync(
                    await currentActor.GetAsync(),
                    AppId,
                    reading.Leaving
                );
                found.TryGet(out app, out fault);
                rows = Subscription is null ? null : new(await PageAsync(cursor: null));
                open = OpenId is { } id
                    ? await queries.FindDeliveryAsync(AppId, id, reading.Leaving)
                    : null;
            }
        );

    private Task<Page<DeliverySummary>> PageAsync(string? cursor) =>
        queries.ListDeliveriesAsync(AppId, WebhookPages.StateOf(State), cursor, reading.Leaving);

    private Task LoadMoreAsync() =>
        reading.RunAsync("More deliveries", () => rows!.MoreAsync(PageAsync));

    /// <summary>Shows what became of the deliveries, unless the teammate has gone on to older ones.</summary>
    private async Task FollowAsync()
    {
        var isOnFirstPage = rows is { Items.Count: <= WebhookQueries.PageSize };
        if (isOnFirstPage && !reading.HasFailed && !reading.Leaving.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private string UrlOf(long id) => WebhookPages.Webhooks(AppId, WebhookPages.StateOf(State), id);

    private void Toggle(long id) =>
        navigation.NavigateTo(
            WebhookPages.Webhooks(AppId, WebhookPages.StateOf(State), OpenId == id ? null : id),
            replace: true
        );

    private void Filter(string state) =>
        navigation.NavigateTo(
            WebhookPages.Webhooks(AppId, WebhookPages.StateOf(state)),
            replace: true
        );

    private async Task AfterSaveAsync(SavedSubscription saved)
    {
        secret = saved.Secret ?? secret;
        snackbar.Add("Saved. The endpoint answers.", Severity.Success);
        await LoadAsync();
    }

    private async Task TestAsync()
    {
        isTesting = true;
        var outcome = await sendTest.RunAsync(
            await currentActor.GetAsync(),
            AppId,
            CancellationToken.None
        );
        isTesting = false;
        if (outcome.TryGet(out var test, out var refusal))
        {
            snackbar.Add(
                test.Error
                    ?? string.Create(
                        CultureInfo.InvariantCulture,
                        $"The endpoint answered {test.Status} in {test.Duration.TotalMilliseconds:0} ms."
                    ),
                test.Error is null ? Severity.Success : Severity.Error
            );
        }
        else
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }

        await LoadAsync();
    }

    private Task SuspendAsync() =>
        RunAsync(suspend.RunAsync, _ => "Suspended. Notifications wait until you resume.");

    private Task ResumeAsync() =>
        RunAsync(resume.RunAsync, _ => "Resumed. What waited is being sent.");

    private Task ResendFailedAsync() => RunAsync(resend.RunFailedAsync, ResendWords.Of);

    private Task ResendAsync(long id) =>
        RunAsync(
            (by, appId, cancellationToken) => resend.RunAsync(by, appId, id, cancellationToken),
            count =>
                Subscription?.State == SubscriptionState.Suspended
                    ? "It is sent when the webhook is resumed."
                    : ResendWords.Of(count)
        );

    private async Task ResendRangeAsync()
    {
        var dialog = await dialogs.ShowAsync<ResendRangeDialog>(
            "Resend a range of time",
            new DialogParameters<ResendRangeDialog> { { of => of.AppId, AppId } }
        );
        if (await dialog.GetReturnValueAsync<string>() is { } said)
        {
            snackbar.Add(said, Severity.Success);
            await LoadAsync();
        }
    }

    private async Task RotateAsync()
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            "Rotate the signing secret?",
            "You get a new secret. For a day notifications are signed with both, so that your endpoint can change over.",
            yesText: "Rotate",
            cancelText: "Cancel"
        );
        if (confirmed is true)
        {
            await RunAsync(
                rotate.RunAsync,
                rotated =>
                {
                    secret = rotated;
                    return "There is a new signing secret.";
                }
            );
        }
    }

    private async Task DeleteAsync()
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            "this webhook",
            "Notifications that wait and the log of deliveries go with it.",
            async () =>
                await delete.RunAsync(await currentActor.GetAsync(), AppId, CancellationToken.None)
        );
        if (tried)
        {
            secret = null;
            await LoadAsync();
        }
    }

    private async Task RunAsync<T>(
        Func<Actor, long, CancellationToken, Task<Outcome<T, Fault>>> command,
        Func<T, string> say
    )
    {
        var outcome = await command(await currentActor.GetAsync(), AppId, CancellationToken.None);
        if (outcome.TryGet(out var value, out var refusal))
        {
            snackbar.Add(say(value), Severity.Success);
        }
        else
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }

        await LoadAsync();
    }
}
