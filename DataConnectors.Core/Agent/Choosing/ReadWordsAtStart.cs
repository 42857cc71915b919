using DataConnectors.Core.Agent.Language;
using Microsoft.Extensions.Hosting;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Reads the word vectors beside the start, so that nobody's first question waits for them.</summary>
internal sealed class ReadWordsAtStart : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(
            static () =>
            {
                _ = WordVectors.Shared;
                _ = ChoosingWeights.Shared;
            },
            stoppingToken
        );
}
