using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Tests.Support;
using Business = DataConnectors.Tests.Core.Agent.Candidates;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>Articles and connectors want to answer the same question.</summary>
public sealed class ContentCompetitionTests
{
    private static readonly ArticleText Hours = Article(
        1,
        "Opening hours",
        "# When we are there\nWe are open Monday to Friday from 9 am to 6 pm. On Sundays we are closed. Our cat is called Otto."
    );

    private static readonly ArticleText Returns = Article(
        2,
        "Return policy",
        "You can send back anything unused within 30 days of delivery. Use the return label that came with the parcel."
    );

    [Theory]
    [InlineData("What are your opening hours?", "9 am to 6 pm")]
    [InlineData("When do you open?", "9 am to 6 pm")]
    [InlineData("What is your return policy?", "within 30 days")]
    public async Task Where_no_connector_fits_the_article_answers(string question, string expected)
    {
        await using var talk = await Talk.CreateAsync();
        talk.Articles = [Hours, Returns];

        var answer = await talk.SayAsync(question);

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.StartsWith("From our article \"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Otto", answer, StringComparison.Ordinal);
        Assert.True(talk.Turn!.Trace.Content!.IsUsedInReply);
        Assert.Empty(talk.Api.Requests);
    }

    [Fact]
    public async Task Where_the_connector_clearly_fits_nothing_changes()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Articles = [Hours, Returns];
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));

        Assert.Equal(
            "For order 1042, the status is shipped.",
            await talk.SayAsync("Where is my order 1042?")
        );
        Assert.True(talk.Turn!.Trace.Steps[0].IsUsedInReply);
        Assert.NotEqual(true, talk.Turn.Trace.Content?.IsUsedInReply);
    }

    [Fact]
    public async Task A_more_relevant_article_takes_the_place_of_data_that_was_read()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Articles = [Hours, Returns];
        talk.Api.Answer("/shop", LoopbackAnswer.Json("""{"employees":12}"""));
        talk.Candidates =
        [
            talk.Candidate(
                1,
                talk.Harness.Get("/shop") with
                {
                    Name = "Get shop details",
                    Description = "Facts about the shop, such as whether it is open.",
                }
            ),
        ];

        var answer = await talk.SayAsync("What are your opening hours on Sundays?");

        Assert.Contains("On Sundays we are closed.", answer, StringComparison.Ordinal);
        var trace = talk.Turn!.Trace;
        if (trace.Steps.Count > 0)
        {
            Assert.False(Assert.Single(trace.Steps).IsUsedInReply);
            Assert.False(Assert.Single(talk.Turn.Executions).IsUsedInReply);
        }

        Assert.Single(talk.Api.Requests);
        Assert.Equal(1, trace.Chosen);
        Assert.Contains(
            trace.Notes,
            note => note.Contains("data of the call was not used", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_more_relevant_article_spares_the_person_questions_and_writes()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Articles = [Hours, Returns];
        talk.Candidates =
        [
            talk.Candidate(
                1,
                talk.Harness.Get("/returns/{{order_id}}") with
                {
                    Name = "Create parcel",
                    Description = "Creates a parcel for a policy",
                    Method = RequestMethod.Post,
                }
            ),
        ];

        var answer = await talk.SayAsync("What is your return policy?");

        Assert.Contains("within 30 days", answer, StringComparison.Ordinal);
        Assert.Equal(AgentStage.Answered, talk.State!.Stage);
    }

    [Fact]
    public async Task A_value_given_later_does_not_turn_the_question_into_one_for_an_article()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Articles = [Hours, Article(3, "1042", "A famous battle of the year 1042.")];
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order?");

        Assert.Contains("shipped", await talk.SayAsync("1042"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_keeps_the_best_twenty_and_the_chosen_one()
    {
        var scores = Enumerable
            .Range(1, 200)
            .Select(id => new CandidateScore(id, $"Connector {id}", 1.0 / id, Skipped: null))
            .ToList();

        Assert.Equal(
            [.. Enumerable.Range(1, 20), 150],
            TraceCandidates.Keep(scores, chosen: 150).Select(score => (int)score.Id)
        );
        Assert.Equal(20, TraceCandidates.Keep(scores, chosen: 3).Count);
    }

    private static ArticleText Article(long id, string title, string body) =>
        new(id, title, body, Revision: 1, Some.Instant);
}
