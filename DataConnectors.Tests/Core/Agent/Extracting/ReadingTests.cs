using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Tests.Core.Agent.Extracting;

public sealed class ReadingTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("no, I meant 1043", "1043")]
    [InlineData("sorry, order 1043, not 1042", "1043")]
    [InlineData("not 1042 but 1043", "1043")]
    [InlineData("1043 instead of 1042", "1043")]
    public void A_correction_gives_the_corrected_value(string message, string expected)
    {
        var input = Candidates.Input("order_id", "The order number");

        Assert.Equal(expected, AskedInput.Read(message, input));
        Assert.Equal(
            expected,
            InputExtractor.Extract(message, [input]).GetValueOrDefault("order_id", expected)
        );
    }

    [Fact]
    public void An_address_that_is_taken_back_is_not_read()
    {
        var input = Candidates.Input("email", "Email");

        Assert.Equal(
            "jane@x.org",
            InputExtractor.Extract("sorry, it's jane@x.org not john@x.org", [input])["email"]
        );
    }

    [Theory]
    [InlineData("on 5 March 2026", "2026-03-05")]
    [InlineData("on March 5th", "2026-03-05")]
    [InlineData("on 1 March", "2027-03-01")]
    [InlineData("tomorrow", "2026-03-03")]
    [InlineData("the day after tomorrow", "2026-03-04")]
    [InlineData("on Friday", "2026-03-06")]
    [InlineData("next Friday", "2026-03-13")]
    [InlineData("on 31/02/2026", null)]
    public void A_date_is_written_in_the_described_format(string message, string? expected)
    {
        var input = Candidates.Input("date", "The day, in format YYYY-MM-DD");

        Assert.Equal(
            expected,
            InputExtractor.Extract(message, [input], Monday).GetValueOrDefault("date")
        );
    }

    [Fact]
    public void A_relative_date_is_left_out_where_a_format_is_wanted_and_today_is_unknown()
    {
        var input = Candidates.Input("date", "The day, in format YYYY-MM-DD");

        Assert.Empty(InputExtractor.Extract("tomorrow", [input]));
    }

    [Theory]
    [InlineData("in meters", "5 km", "5000")]
    [InlineData("in meters", "20 cm", "0.2")]
    [InlineData("in kilometers", "5 km", "5")]
    public void A_length_is_converted_to_the_described_unit(
        string unit,
        string message,
        string expected
    )
    {
        var input = Candidates.Input("distance", "Distance " + unit, DataInputType.Decimal);

        Assert.Equal(expected, InputExtractor.Extract(message, [input])["distance"]);
    }

    [Theory]
    [InlineData("The rate as a decimal", "0.05")]
    [InlineData("The rate in percent", "5")]
    public void A_percentage_is_a_fraction_only_where_one_is_described(
        string description,
        string expected
    )
    {
        var input = Candidates.Input("rate", description, DataInputType.Decimal);

        Assert.Equal(expected, InputExtractor.Extract("at 5% a year", [input])["rate"]);
    }

    [Fact]
    public void Characters_that_turn_the_reading_direction_are_no_part_of_a_value()
    {
        var input = Candidates.Input("note", "A note");

        Assert.Equal(
            "leave at the door",
            InputExtractor.Extract("the note is \"leave \u202Eat the\u0007 door\"", [input])["note"]
        );
    }
}
