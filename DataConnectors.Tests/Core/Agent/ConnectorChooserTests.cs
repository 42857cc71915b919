using DataConnectors.Core.Agent;
using DataConnectors.Core.Agent.Choosing;

namespace DataConnectors.Tests.Core.Agent;

public sealed class ConnectorChooserTests
{
    [Theory]
    [InlineData("shop", "Where is my order 1042?", "Get order status")]
    [InlineData("shop", "has my parcel been sent yet", "Get order status")]
    [InlineData("shop", "When will my delivery arrive?", "Get order status")]
    [InlineData("shop", "track ORD-1042", "Get order status")]
    [InlineData("shop", "I want to cancel my order ORD-7", "Cancel order")]
    [InlineData("shop", "Please cancel order 1042, I bought the wrong size", "Cancel order")]
    [InlineData("shop", "I want my money back for order 1042", "Request a refund")]
    [InlineData("shop", "Can I get a refund?", "Request a refund")]
    [InlineData("shop", "Is TEE-01 available?", "Check stock")]
    [InlineData("shop", "do you have the blue tee in stock", "Check stock")]
    [InlineData("shop", "How many points do I have?", "Get loyalty points")]
    [InlineData(
        "shop",
        "I moved, please change the delivery address of 1042",
        "Change delivery address"
    )]
    [InlineData("subscriptions", "What plan am I on?", "Get subscription details")]
    [InlineData("subscriptions", "When does my membership renew?", "Get subscription details")]
    [InlineData("subscriptions", "cancel my subscription please", "Cancel subscription")]
    [InlineData("subscriptions", "How do I pause my subscription?", "Pause subscription")]
    [InlineData("subscriptions", "send me my last bill", "Find latest invoice")]
    [InlineData(
        "subscriptions",
        "How much is my invoice and when is it due",
        "Find latest invoice"
    )]
    [InlineData("subscriptions", "how much data do I have left?", "Get data usage")]
    [InlineData("subscriptions", "I'd like to upgrade to Premium", "Upgrade plan")]
    [InlineData("travel", "Is flight LH123 delayed?", "Flight status")]
    [InlineData("travel", "show me my reservation X7Q2PM", "Get booking")]
    [InlineData("travel", "please cancel my reservation X7Q2PM", "Cancel booking")]
    [InlineData("travel", "I need a hotel in Berlin for 2 guests", "Search hotels")]
    [InlineData(
        "travel",
        "how many bags can I take, what's the luggage allowance",
        "Baggage allowance"
    )]
    [InlineData("work", "How many vacation days do I have left?", "Get vacation balance")]
    [InlineData("work", "I'd like to request time off next week", "Request time off")]
    [InlineData("work", "Where can I find my pay slip / payslip for March?", "Get payslip")]
    [InlineData("work", "what is the state of ticket 5512", "Look up support ticket")]
    [InlineData("work", "I forgot my password", "Reset password")]
    [InlineData("work", "book a meeting room for 6 people", "Book meeting room")]
    [InlineData("all", "Where is my order 1042?", "Get order status")]
    [InlineData("all", "cancel my subscription", "Cancel subscription")]
    [InlineData("all", "Is flight LH123 on time?", "Flight status")]
    [InlineData("all", "I can't log in, reset my password", "Reset password")]
    [InlineData("all", "is sku TEE-01 in stock?", "Check stock")]
    [InlineData("all", "when is my next invoice due", "Find latest invoice")]
    [InlineData("Get order status", "Wo... sorry, where's my order?", "Get order status")]
    [InlineData("Get order status", "ou est mon order, is it delivered?", "Get order status")]
    public void The_connector_that_can_answer_is_chosen(
        string domain,
        string message,
        string expected
    )
    {
        var ranking = ConnectorChooser.Rank(message, Candidates.Enabled(Candidates.Of(domain)));

        Assert.True(
            expected == ranking.Best?.Definition.Name,
            $"chose {ranking.Best?.Definition.Name ?? "none"}: {string.Join(", ", ranking.Scores.Take(4))}"
        );
    }

    [Theory]
    [InlineData("Get order status", "What is the weather?")]
    [InlineData("Get order status", "hello")]
    [InlineData("Get order status", "Tell me a joke")]
    [InlineData("Get order status", "What's the status of the world economy?")]
    [InlineData("Get order status", "I want to order a pizza")]
    [InlineData("Get order status", "Please cancel my order")]
    [InlineData("Get order status", "What is my account number?")]
    [InlineData("Cancel order", "Where is my order?")]
    [InlineData("Cancel subscription", "My subscription is too expensive")]
    [InlineData("Get subscription details", "Where are your shops?")]
    [InlineData("Flight status", "How tall is the Eiffel tower?")]
    [InlineData("Reset password", "When do you open?")]
    [InlineData("shop", "What is the capital of France?")]
    [InlineData("shop", "How do I bake bread?")]
    [InlineData("subscriptions", "Where is my parcel?")]
    [InlineData("travel", "I forgot my password")]
    [InlineData("work", "Is flight LH123 delayed?")]
    [InlineData("all", "Who won the football match yesterday?")]
    [InlineData("all", "asdf qwer")]
    [InlineData("all", "???")]
    public void A_question_that_nothing_can_answer_is_declined(string domain, string message)
    {
        var ranking = ConnectorChooser.Rank(message, Candidates.Enabled(Candidates.Of(domain)));

        Assert.True(ranking.Best is null, $"chose {ranking.Scores[0]}");
    }

    [Fact]
    public void A_connector_with_a_skip_reason_is_listed_and_not_chosen()
    {
        var candidate = Candidates.Enabled([Candidates.All("Get order status")])[0] with
        {
            SkipReason = SkipReasons.Disabled,
        };

        var ranking = ConnectorChooser.Rank("Where is my order?", [candidate]);

        Assert.Null(ranking.Best);
        Assert.Equal(SkipReasons.Disabled, Assert.Single(ranking.Scores).Skipped);
    }

    [Fact]
    public void Scores_lie_between_0_and_1_and_fall()
    {
        var scores = ConnectorChooser
            .Rank("Where is my order 1042?", Candidates.Enabled(Candidates.Of("all")))
            .Scores.Select(score => score.Score)
            .ToList();

        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public void Without_candidates_nothing_is_chosen() =>
        Assert.Null(ConnectorChooser.Rank("Where is my order?", []).Best);
}
