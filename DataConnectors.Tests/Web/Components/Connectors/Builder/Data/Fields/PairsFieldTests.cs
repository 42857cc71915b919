using Bunit;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using DataConnectors.Web.Components.Shared;
using MudBlazor.Services;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class PairsFieldTests : BunitContext
{
    public PairsFieldTests() => Services.AddMudServices();

    [Fact]
    public void What_is_wrong_with_the_pairs_describes_them()
    {
        var field = Render<PairsField>(parameters =>
        {
            parameters.AddCascadingValue(
                new FieldProblems([new Problem("codes", "Add a code.")], ShowsAll: true)
            );
            parameters.Add(pairs => pairs.Label, "Codes").Add(pairs => pairs.Path, "codes");
        });

        var description = field.Find("fieldset").GetAttribute("aria-describedby");
        Assert.Equal("Add a code.", field.Find($"#{description}").TextContent.Trim());
    }

    [Fact]
    public void Pairs_without_a_problem_have_no_description() =>
        Assert.False(
            Render<PairsField>(parameters =>
                    parameters.Add(pairs => pairs.Label, "Codes").Add(pairs => pairs.Path, "codes")
                )
                .Find("fieldset")
                .HasAttribute("aria-describedby")
        );
}
