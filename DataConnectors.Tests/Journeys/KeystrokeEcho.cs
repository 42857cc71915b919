using System.Globalization;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Journeys;

/// <summary>
/// Measures how long the builder takes to answer a keystroke: from the key in the Name field to the heading that the server renders
/// from it. Runs only when asked, and asserts nothing about time:
/// <c>dotnet run -c Release --project DataConnectors.Tests -- -explicit only -class "*KeystrokeEcho"</c>.
/// </summary>
public sealed class KeystrokeEcho(Chromium chromium, ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public async Task Of_the_name_field()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "Get");
        await builder.WaitUntilSavedAsync();

        var echoes = await console.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const field = document.getElementById("field-name");
              const echoes = [];
              for (let i = 0; i < 60; i++) {
                const heading = document.querySelector("h1");
                const begin = performance.now();
                const echoed = new Promise((done) => {
                  const watch = new MutationObserver(() => {
                    if (heading.textContent.trim() === field.value) { watch.disconnect(); done(performance.now()); }
                  });
                  watch.observe(heading, { childList: true, characterData: true, subtree: true });
                });
                field.value += "x";
                field.dispatchEvent(new Event("input", { bubbles: true }));
                echoes.push((await echoed) - begin);
                await new Promise((next) => setTimeout(next, 120));
              }
              return echoes.slice(10).sort((a, b) => a - b);
            }
            """
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"keystroke echo: median {echoes[echoes.Length / 2]:0.0} ms, 95th percentile {echoes[(int)(echoes.Length * 0.95)]:0.0} ms, worst {echoes[^1]:0.0} ms"
            )
        );
    }
}
