using DataConnectors.Core.Deployment;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.FinAgent.Deploy;

/// <summary>Where Fin answers by itself.</summary>
public sealed partial class DeployPage(
    AiAnswers aiAnswers,
    SwitchAiAnswers switchAiAnswers,
    CurrentActor currentActor,
    ISnackbar snackbar,
    ILogger<DeployPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<AiAnswersState>? steps;
    private Fault? fault;

    private bool CanSwitch =>
        actor is { CanAccessDeveloperHub: true } && !aiAnswers.IsTestWorkspace;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The deployment",
            async () =>
            {
                actor = await currentActor.GetAsync();
                steps = await aiAnswers.ListAsync(reading.Leaving);
            }
        );

    private async Task SwitchAsync(ConversationChannel channel, bool isOn)
    {
        fault = (
            await switchAiAnswers.RunAsync(
                await currentActor.GetAsync(),
                channel,
                isOn,
                CancellationToken.None
            )
        ).Failure;
        if (fault is null)
        {
            snackbar.Add(
                $"AI Answers is {(isOn ? "on" : "off")}: {DeploymentWords.NameOf(channel)}.",
                Severity.Success
            );
        }

        await LoadAsync();
    }
}
