using DataConnectors.Core.Execution;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>What a finished run says of its record.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task A_run_is_recorded_when_every_observer_took_note()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        Assert.True(await RecordingAsync(harness));

        await using var refusing = await ExecutorHarness.CreateAsync(configure: services =>
            services.AddSingleton<IExecutionObserver, Refusing>()
        );
        Assert.False(await RecordingAsync(refusing));
        Assert.Single(refusing.Seen.Results);
    }

    [Fact]
    public async Task A_test_has_nobody_to_take_note_and_misses_nothing()
    {
        await using var harness = await ExecutorHarness.CreateAsync(configure: services =>
            services.AddSingleton<IExecutionObserver, Refusing>()
        );

        var finished = await harness.Executor.ExecuteAsync(
            harness.Request(harness.Get("/a"), profile: harness.Profiles.Test),
            CancellationToken.None
        );

        Assert.True(finished.Recording.IsCompletedSuccessfully);
        Assert.True(await finished.Recording);
    }

    private static async Task<bool> RecordingAsync(ExecutorHarness harness)
    {
        var finished = await harness.Executor.ExecuteAsync(
            harness.Request(harness.Get("/a")),
            CancellationToken.None
        );
        return await finished.Recording;
    }

    private sealed class Refusing : IExecutionObserver
    {
        public Task OnCompletedAsync(ExecutionResult result) =>
            Task.FromException(new InvalidOperationException("refused"));
    }
}
