@main
struct Gouji {
    static func main() {}
}
