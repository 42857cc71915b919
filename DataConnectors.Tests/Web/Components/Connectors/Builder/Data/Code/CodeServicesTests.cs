using System.Security.Claims;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

public sealed class CodeServicesTests
{
    [Fact]
    public async Task The_latest_runs_of_the_connector_can_be_chosen_and_loaded()
    {
        await using var database = await Finished.DatabaseAsync();
        var runs = Enumerable
            .Range(0, 25)
            .Select(i => Finished.Execution(answer: $$"""{"run":{{i}}}"""))
            .ToArray();
        await database.RecordAsync([.. runs, Finished.Execution(connectorId: 2)]);
        var tools = ToolsOf(database);

        var listed = (await tools.ListAnswers(CancellationToken.None)).Value;

        Assert.Equal(
            runs.Select(run => run.Id).OrderDescending().Take(CodeServices.MaxAnswers),
            listed.Select(answer => answer.Id)
        );
        Assert.All(listed, answer => Assert.Equal((200, true), (answer.Status, answer.IsSuccess)));
        Assert.Equal(
            new ExampleResponse(200, ContentType: null, """{"run":24}"""),
            (await tools.LoadAnswer(runs[24].Id, CancellationToken.None)).Value
        );
    }

    [Fact]
    public async Task A_run_of_another_connector_is_not_found()
    {
        await using var database = await Finished.DatabaseAsync();
        var other = Finished.Execution(connectorId: 2);
        await database.RecordAsync(other);

        var outcome = await ToolsOf(database).LoadAnswer(other.Id, CancellationToken.None);

        Assert.Equal(FaultKind.NotFound, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task Code_is_tried_as_the_teammate_who_asks()
    {
        await using var database = await Finished.DatabaseAsync();

        var outcome = await ToolsOf(database)
            .TestCode(
                new ConnectorDefinition(),
                new ExampleResponse(200, null, "{}"),
                CancellationToken.None
            );

        Assert.Equal(FaultKind.Forbidden, outcome.Failure?.Kind);
    }

    private static CodeTools ToolsOf(TestDatabase database) =>
        new CodeServices(
            // The command refuses before it needs what runs code.
            new TestCode(code: null!, TimeProvider.System),
            database.Get<ListExecutionResults>(),
            database.Get<GetExecutionResult>(),
            new CurrentActor(new Reader())
        ).For(connectorId: 1);

    /// <summary>A teammate without the permission.</summary>
    private sealed class Reader : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(
                new AuthenticationState(
                    new ClaimsPrincipal(
                        new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "8")], "test")
                    )
                )
            );
    }
}
