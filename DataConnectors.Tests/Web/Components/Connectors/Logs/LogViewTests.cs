using System.Web;
using CsCheck;
using DataConnectors.Web.Components.Connectors.Logs;

namespace DataConnectors.Tests.Web.Components.Connectors.Logs;

public sealed class LogViewTests
{
    private static readonly Gen<DateOnly?> GenDay = Gen.Int[0, 3_000_000]
        .Select(DateOnly.FromDayNumber)
        .Nullable();

    [Fact]
    public void An_address_is_read_back_as_the_view_it_was_made_from() =>
        Gen.Select(
                Gen.Bool.Select(isSuccess => isSuccess ? "success" : "failed").Null(),
                Gen.String[Gen.Char.AlphaNumeric, 1, 5].Null(),
                GenDay,
                GenDay,
                Gen.Long[0, long.MaxValue].Nullable(),
                (status, source, from, to, id) =>
                    new LogView
                    {
                        Status = status,
                        Error = source,
                        Source = source,
                        From = from,
                        To = to,
                        Id = id,
                        Execution = id,
                    }
            )
            .Sample(view => Assert.Equal(view, Read(view.ToUrl(7))));

    [Fact]
    public void Parts_that_cannot_be_read_are_left_out() =>
        Assert.Equal(
            new LogView { Error = "faraday_error" },
            Read("/x?status=maybe&error=faraday_error&from=yesterday&id=-3&execution=abc")
        );

    [Fact]
    public void Days_are_whole_days_in_utc_with_the_last_one_included()
    {
        var filter = new LogView
        {
            From = new DateOnly(2026, 3, 1),
            To = new DateOnly(2026, 3, 2),
        }.ToFilter(7);

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), filter.To);
        Assert.Equal(7, filter.ConnectorId);
    }

    [Fact]
    public void An_open_execution_is_no_filter()
    {
        Assert.False(new LogView { Execution = 5 }.IsFiltered);
        Assert.True(new LogView { Execution = 5, Id = 5 }.IsFiltered);
    }

    private static LogView Read(string url)
    {
        var query = HttpUtility.ParseQueryString(new Uri("http://x" + url).Query);
        return LogView.Read(
            query["status"],
            query["error"],
            query["source"],
            query["from"],
            query["to"],
            query["id"],
            query["execution"]
        );
    }
}
